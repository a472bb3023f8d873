# SPDX-License-Identifier: Apache-2.0
"""Writes workbooks that are damaged in one way each into the folder given."""
import pathlib
import struct
import sys
import zipfile

OUT = pathlib.Path(sys.argv[1])
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="%s/{}" Target="{}"/></Relationships>' % OFFICE)
BOOK = ('<workbook xmlns:r="%s"><sheets><sheet name="機器台帳" sheetId="1" r:id="r1"/></sheets></workbook>' % OFFICE)
ROWS = ('<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>管理番号</t></is></c>'
        '<c r="B1" t="inlineStr"><is><t>機器名</t></is></c></row>{}</sheetData></worksheet>')
GOOD = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": RELS.format("officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": BOOK,
    "xl/_rels/workbook.xml.rels": RELS.format("worksheet", "worksheets/sheet1.xml"),
    "xl/worksheets/sheet1.xml": ROWS.format('<row r="2"><c r="A2"><v>1</v></c></row>'),
}


def book(name, **changes):
    parts = dict(GOOD)
    for part, text in changes.items():
        full = {"sheet": "xl/worksheets/sheet1.xml", "book": "xl/workbook.xml"}[part]
        if text is None:
            del parts[full]
        else:
            parts[full] = text
    with zipfile.ZipFile(OUT / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in parts.items():
            archive.writestr(zipfile.ZipInfo(part, (2026, 11, 22, 0, 0, 0)), text)
    return (OUT / name).read_bytes()


def rows(text):
    return ROWS.format(text)


good = book("good.xlsx")
(OUT / "cut_off.xlsx").write_bytes(good[: len(good) // 2])
flags = bytearray(good)  # the bit that says "encrypted", in each entry of the directory
at = good.find(b"PK\x01\x02")
while at >= 0:
    flags[at + 8] |= 1
    at = good.find(b"PK\x01\x02", at + 4)
(OUT / "encrypted_part.xlsx").write_bytes(flags)
with zipfile.ZipFile(OUT / "many.xlsx", "w") as archive:
    for number in range(4097):
        archive.writestr(f"{number}.txt", "")
with zipfile.ZipFile(OUT / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("xl/workbook.xml", " " * (40 << 20))
damaged = bytearray(good)
with zipfile.ZipFile(OUT / "good.xlsx") as archive:
    packed = archive.getinfo("xl/workbook.xml").header_offset + 30 + len("xl/workbook.xml")
damaged[packed + 10] ^= 0x55
(OUT / "damaged.xlsx").write_bytes(damaged)
with zipfile.ZipFile(OUT / "twice.xlsx", "w") as archive:
    archive.writestr("xl/workbook.xml", BOOK)
    archive.writestr("/xl/workbook.xml", BOOK)
with zipfile.ZipFile(OUT / "photos.xlsx", "w") as archive:
    archive.writestr("photo.jpg", "x")
old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(504)
(OUT / "old.xls").write_bytes(old)
(OUT / "password.xlsx").write_bytes(old + "EncryptedPackage".encode("utf-16-le"))
book("no_sheet.xlsx", sheet=None)
book("wrong_reference.xlsx", sheet=rows('<row r="2"><c r="ZZZZ2"><v>1</v></c></row>'))
book("wrong_string.xlsx", sheet=rows('<row r="2"><c r="A2" t="s"><v>99</v></c></row>'))
book("broken_xml.xlsx", sheet=rows('<row r="2"><c r="A2"><v>1</c></row>'))
far = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(2, 300))
book("too_many_cells.xlsx", sheet=rows(far))
