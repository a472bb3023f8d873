// SPDX-License-Identifier: Apache-2.0
// XML as a tree with places. No entity is expanded but the five of XML itself and character
// numbers: a document type that declares anything is refused, an undefined entity is an error at
// its place, and nothing outside the file is ever opened. Depth and size are capped, a document
// that breaks off is told at the element left open. Names are local names (`x:row` is `row`).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace ruikei::load {

class XmlDocument;

/// One element; as light as a pointer, valid as long as its document.
class XmlElement {
 public:
  XmlElement() = default;
  explicit operator bool() const { return node_ != nullptr; }

  std::string_view name() const;
  /// Value of the attribute with this local name, "" if there is none.
  std::string_view attribute(std::string_view name) const;
  bool has_attribute(std::string_view name) const;
  /// The element's own text, without that of its children.
  std::string text() const;
  /// First child element (of that name), the next element (of that name) beside this one.
  XmlElement child(std::string_view name = {}) const;
  XmlElement next(std::string_view name = {}) const;
  Place place() const;

 private:
  friend class XmlDocument;
  XmlElement(const void* node, const XmlDocument* document) : node_(node), document_(document) {}
  const void* node_ = nullptr;
  const XmlDocument* document_ = nullptr;
};

struct XmlLimits {
  std::size_t bytes = 128u << 20;
  std::size_t depth = 200;
};

class XmlDocument {
 public:
  XmlDocument(XmlDocument&&) noexcept;
  XmlDocument& operator=(XmlDocument&&) noexcept;
  ~XmlDocument();

  XmlElement root() const;

  /// From bytes in any encoding that `decode` knows. X030 no well-formed XML, X031 declares
  /// entities, X032 undefined entity, X033 too deep, X034 too large, X035 breaks off, X036 a
  /// character number that stands for no character.
  static Result<XmlDocument> read(std::string_view bytes, const FileName& file,
                                  const XmlLimits& limits = {});

 private:
  friend class XmlElement;
  struct Content;
  XmlDocument();
  std::unique_ptr<Content> content_;
};

}  // namespace ruikei::load
