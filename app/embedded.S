/* SPDX-License-Identifier: Apache-2.0 */
/* The packed library and files, put into the read-only part of the program as they are. */
    .section .rodata
    .balign 16
    .global ruikei_library_begin, ruikei_library_end, ruikei_files_begin, ruikei_files_end
ruikei_library_begin:
    .incbin "library.bin"
ruikei_library_end:
    .balign 16
ruikei_files_begin:
    .incbin "files.bin"
ruikei_files_end:
    .section .note.GNU-stack,"",%progbits
