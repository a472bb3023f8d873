// SPDX-License-Identifier: Apache-2.0
#include "load/xml_reader.h"

#include <pugixml.hpp>

#include "load/encoding.h"
#include "load/problem.h"
#include "load/source_text.h"
#include "load/xml_check.h"

namespace ruikei::load {

namespace {

pugi::xml_node node_of(const void* node) {
  return pugi::xml_node(static_cast<pugi::xml_node_struct*>(const_cast<void*>(node)));
}

std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// `node` or the first element of that name behind it.
const void* element_from(pugi::xml_node node, std::string_view name) {
  while (node &&
         (node.type() != pugi::node_element || (!name.empty() && local(node.name()) != name)))
    node = node.next_sibling();
  return node.internal_object();
}

pugi::xml_attribute find_attribute(const void* node, std::string_view name) {
  for (const pugi::xml_attribute attribute : node_of(node).attributes())
    if (local(attribute.name()) == name) return attribute;
  return {};
}

}  // namespace

struct XmlDocument::Content {
  SourceText source;
  pugi::xml_document tree;
};

XmlDocument::XmlDocument() = default;
XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument& XmlDocument::operator=(XmlDocument&&) noexcept = default;
XmlDocument::~XmlDocument() = default;

XmlElement XmlDocument::root() const {
  return {content_->tree.document_element().internal_object(), this};
}

std::string_view XmlElement::name() const { return local(node_of(node_).name()); }

std::string_view XmlElement::attribute(std::string_view name) const {
  return find_attribute(node_, name).value();
}

bool XmlElement::has_attribute(std::string_view name) const {
  return static_cast<bool>(find_attribute(node_, name));
}

std::string XmlElement::text() const {
  std::string out;
  for (const pugi::xml_node part : node_of(node_).children())
    if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) out += part.value();
  return out;
}

XmlElement XmlElement::child(std::string_view name) const {
  return {element_from(node_of(node_).first_child(), name), document_};
}

XmlElement XmlElement::next(std::string_view name) const {
  return {element_from(node_of(node_).next_sibling(), name), document_};
}

Place XmlElement::place() const {
  const auto offset = node_of(node_).offset_debug();
  const SourceText& source = document_->content_->source;
  if (offset < 1) return {source.file()};
  return source.place(static_cast<std::size_t>(offset) - 1);  // of the `<`
}

Result<XmlDocument> XmlDocument::read(std::string_view bytes, const FileName& file,
                                      const XmlLimits& limits) {
  if (bytes.size() > limits.bytes)
    return failure(problem("X034", {file}, {std::to_string(limits.bytes >> 20)}));
  Result<DecodedText> decoded = decode(bytes, file);
  if (!decoded) return tl::unexpected<Diagnostics>(std::move(decoded.error()));
  XmlDocument out;
  out.content_.reset(new Content{SourceText(*file, std::move(decoded->text)), {}});
  const SourceText& source = out.content_->source;
  auto fail = [&](const char* code, std::size_t offset, std::string arg) {
    Diagnostic d =
        problem(code, source.place(std::min(offset, source.text().size())), {std::move(arg)});
    d.excerpt = source.excerpt(d.place.line);
    return failure(std::move(d));
  };
  if (const auto fault = check_xml(source.text(), limits.depth))
    return fail(fault->code, fault->offset, fault->arg);
  const pugi::xml_parse_result parsed = out.content_->tree.load_buffer(
      source.text().data(), source.text().size(),
      pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
  if (!parsed) return fail("X030", static_cast<std::size_t>(parsed.offset), {});
  return out;
}

}  // namespace ruikei::load
