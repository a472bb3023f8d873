// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/terminal_text.h"

namespace ruikei {

namespace {

constexpr std::size_t kWidestExcerpt = 100;  // columns; a longer source line is cut

auto order(const Diagnostic& d) {
  return std::tie(d.place.name(), d.place.line, d.place.column, d.code, d.args);
}

std::string head(const Diagnostic& d, const Catalog& catalog, Language language) {
  static constexpr std::string_view kWord[] = {"note", "warning", "error"};
  std::string out;
  if (d.place.file) {
    out = make_visible(d.place.name());
    if (d.place.line) out += ":" + std::to_string(d.place.line);
    if (d.place.line && d.place.column) out += ":" + std::to_string(d.place.column);
    out += ": ";
  }
  out += std::string(kWord[static_cast<int>(d.severity)]) + "[" + d.code + "]: ";
  return out + make_visible(catalog.text(d.code, language, d.args));
}

std::string hint(const Diagnostic& d, const Catalog& catalog, Language language) {
  std::vector<std::string> parts;
  if (!d.suggestion.empty()) {
    const std::string args[] = {d.suggestion};
    parts.push_back(catalog.text("hint.did_you_mean", language, args));
  }
  if (catalog.has(d.code + ".hint"))
    parts.push_back(catalog.text(d.code + ".hint", language, d.args));
  std::string out;
  const char* between = language == Language::ja ? "。" : " ";
  for (const auto& part : parts) out += (out.empty() ? "" : between) + make_visible(part);
  return out;
}

/// The byte where the character in 1-based `column` starts.
std::size_t byte_of(std::string_view line, std::uint32_t column) {
  std::size_t at = 0;
  for (std::uint32_t c = 1; c < column && at < line.size(); ++c) do
      ++at;
    while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80);
  return at;
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void put_in_order(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [](const Diagnostic& a, const Diagnostic& b) { return order(a) < order(b); });
  auto same = [](const Diagnostic& a, const Diagnostic& b) { return order(a) == order(b); };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

std::string render(const Diagnostic& d, const Catalog& catalog, Language language, bool color) {
  const char* strong = !color ? "" : d.severity == Severity::error ? "\x1b[1;31m" : "\x1b[1;33m";
  const char* plain = color ? "\x1b[0m" : "";
  std::string out = strong + head(d, catalog, language) + plain + "\n";
  const std::string advice = hint(d, catalog, language);
  // A masked line may end before the place.
  const bool shown = !d.excerpt.empty() && d.place.column <= code_points(d.excerpt) + 1;
  if (!shown || d.place.column == 0) {
    if (!advice.empty()) out += "  " + advice + "\n";
    return out;
  }
  const std::size_t start = byte_of(d.excerpt, d.place.column);
  const std::size_t end = byte_of(std::string_view(d.excerpt).substr(start), d.place.length + 1);
  const std::size_t indent = display_width(make_visible(d.excerpt.substr(0, start)));
  const std::size_t width = display_width(make_visible(d.excerpt.substr(start, end)));
  if (indent + 1 > kWidestExcerpt) return out + (advice.empty() ? "" : "  " + advice + "\n");
  out += "  " + shorten(make_visible(d.excerpt), kWidestExcerpt) + "\n";
  const std::size_t under = std::min(width, kWidestExcerpt - indent);
  out += "  " + std::string(indent, ' ') + strong + "^" +
         std::string(under > 1 ? under - 1 : 0, '~') + plain;
  return out + (advice.empty() ? "" : " " + advice) + "\n";
}

}  // namespace ruikei
