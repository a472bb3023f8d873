// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "load/load.h"

using namespace ruikei;
using namespace ruikei::load;

namespace {

// A folder of its own that goes away with the test.
struct Folder {
  std::filesystem::path path;
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ruikei-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << text;
  }
};

}  // namespace

TEST_CASE("A file is read whole, whatever bytes it holds") {
  const Folder folder;
  const std::string text = std::string("a\0b\r\n", 5) + std::string(200000, 'x');
  folder.write("a.bin", text);
  const auto source = read_file(folder.path / "a.bin");
  REQUIRE(source);
  CHECK(source->text == text);
  CHECK(source->name == (folder.path / "a.bin").generic_string());
}

TEST_CASE("Files that cannot be read are named") {
  const Folder folder;
  folder.write("big", std::string(3 << 20, 'x'));
  const auto missing = read_file(folder.path / "none");
  REQUIRE_FALSE(missing);
  CHECK(missing.error()[0].code == "E006");
  CHECK(read_file(folder.path / "big", 1 << 20).error()[0].code == "E002");
  CHECK(read_file(folder.path / "big", 1 << 20).error()[0].args[0] == "1");
  CHECK(read_file(folder.path / "big", 3 << 20).has_value());
  CHECK(read_file(folder.path).error()[0].code == "E003");
  CHECK(read_yaml_files(folder.path / "none").error()[0].code == "E006");
}

TEST_CASE("YAML files below a folder come in order, without hidden ones") {
  const Folder folder;
  folder.write("b.yaml", "b");
  folder.write("a/z.yml", "z");
  folder.write("a/.#x.yaml", "lock");
  folder.write(".git/c.yaml", "git");
  folder.write("a/note.txt", "text");
  const auto sources = read_yaml_files(folder.path);
  REQUIRE(sources);
  REQUIRE(sources->size() == 2);
  CHECK((*sources)[0].path == "a/z.yml");
  CHECK((*sources)[0].name == (folder.path / "a/z.yml").generic_string());
  CHECK((*sources)[1].path == "b.yaml");
  CHECK((*sources)[1].text == "b");
}
