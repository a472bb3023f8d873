// SPDX-License-Identifier: Apache-2.0
#include "report/sample.h"

#include <fstream>
#include <regex>

#include "model/schema.h"

namespace ruikei::report_test {

namespace {

Place at(const std::string& file, std::uint32_t line) { return {file_name(file), line, 5}; }

Control control(const std::string& id, const std::string& domain, const std::string& gate,
                Role role, const Text& title) {
  Control out;
  out.id = id;
  out.domain = domain;
  out.title = title;
  out.question = {title.ja + "を行っていますか。", "Is this done: " + title.en + "?"};
  out.help.why = {"止めると診療に影響するためです。", "Because care stops without it."};
  out.help.how = {"管理台帳と機器の設定を見ます。", "Look at the register and the configuration."};
  out.help.evidence = {"日付のある記録。", "A dated record."};
  out.scale = "M4";
  out.gate = gate;
  out.role = role;
  out.weight = 3;
  out.step = "S1";
  out.place = at("rules/controls/" + domain + ".yaml", 4);
  return out;
}

void add_controls(Library& library) {
  library.controls = {
      control(
          "ID-01", "identity", "id_mgmt", Role::must,
          {"全アカウントの所有者明確化と失効管理", "Every account has one owner and an end date"}),
      control("ID-03", "identity", "id_mgmt", Role::must,
              {"推測困難・使い回しなし・初期値排除・ロックアウト",
               "Strong, unique, non-default secrets with lockout"}),
      control("SG-01", "segmentation", "separation", Role::must,
              {"HIS系と外部ネットワークの分離", "HIS network separated from outside"}),
      control("NB-01", "boundary", "separation_managed", Role::must,
              {"外部接続点の全数把握と構成図", "All external links known and drawn"}),
      control("NB-04", "boundary", "separation_managed", Role::must,
              {"境界機器のサポート期限と更新", "Edge devices supported and up to date"}),
      control("RM-01", "remote_maintenance", "separation_managed", Role::must,
              {"リモート保守の台帳", "Register of remote maintenance"}),
      control("MD-01", "media", "media_control", Role::must,
              {"外部媒体(USBメモリ等)の利用制限", "External media restricted"}),
      control("SG-02", "segmentation", "interdept_control", Role::must,
              {"部門システム間の通信制御", "Traffic between departments controlled"}),
      control("BK-02", "backup_recovery", "", Role::readiness,
              {"オフラインバックアップ", "Offline backup"}),
  };
  Control& edge = library.controls[4];
  edge.options = {{0, {"行っていない", "Not done"}},
                  {1, {"90日以内に適用", "applied within 90 days"}},
                  {2, {"30日以内に適用", "applied within 30 days"}},
                  {3, {"14日以内に適用し記録あり", "within 14 days, with a record"}}};
  EvidenceRule rule;
  rule.id = "EV-NB-04-2";
  rule.speaks = Speaks::against;
  rule.strength = Strength::decisive;
  rule.each = "devices";
  rule.where = {"device.role in [\"firewall\", \"vpn\"]", at("rules/controls/boundary.yaml", 117)};
  rule.condition = {"device.end_of_support < today", at("rules/controls/boundary.yaml", 118)};
  rule.text = {"{id}({os} {firmware})はサポートが終了しています。",
               "{id} ({os} {firmware}) is out of support."};
  rule.place = at("rules/controls/boundary.yaml", 115);
  edge.evidence = {rule};
  edge.mappings = {{"mhlw_checklist_r7", "2-⑥", Certainty::read},
                   {"mhlw_guideline_7_0", "シ13⑦", Certainty::secondary, "partial"},
                   {"nist_csf_2_0", "PR.PS-02", Certainty::background}};
}

void add_advice(Library& library) {
  Measure gateway;
  gateway.id = "M-RM-GATEWAY";
  gateway.title = {"保守接続の集約(踏み台と多要素認証)", "One gateway for maintenance, with MFA"};
  gateway.what = {"業者ごとの保守回線を1つの接続点に集め、二要素認証と操作の記録を通します。",
                  "Brings the vendors' lines to one point with two-factor logon and recording."};
  gateway.raises = {{"RM-01", 3}, {"NB-01", 2}, {"ID-03", 2}};
  gateway.needs = {"M-EDGE-PATCH"};
  gateway.prerequisites = {"保守業者との契約の見直しが必要です。",
                           "Vendor contracts must be changed."};
  gateway.effort = Effort::medium;
  gateway.cost_yen = {{"20-99", 1000000, 3000000}, {"200-299", 2000000, 6000000}};
  gateway.cost_basis = {"公表された入札額がないため、この規則集で見積もりました。",
                        "No published tender was found; estimated by this library."};
  gateway.examples = {"https://example.org/hospital-gateway"};
  Measure patch = gateway;
  patch.id = "M-EDGE-PATCH";
  patch.title = {"境界機器の更新と更新手順", "Replace and patch edge devices"};
  patch.raises = {{"NB-04", 3}};
  patch.needs = {};
  patch.effort = Effort::small;
  Measure usb = patch;
  usb.id = "M-USB";
  usb.title = {"USB等の利用制限", "Restrict USB media"};
  usb.raises = {{"MD-01", 2}};
  usb.fits = {"20-99", "100-199"};
  library.measures = {gateway, patch, usb};
  auto route = [](const std::string& id, const Text& title) {
    Route out;
    out.id = id;
    out.title = title;
    out.what = {"電子カルテ端末からの経路です。", "A way from the EHR terminals."};
    out.certainty = Certainty::read;
    out.source = "https://example.org/route";
    out.conditional = {{id + "-C1",
                        {"level.low >= 1", at("rules/routes.yaml", 9)},
                        {"レベル1以上であること", "Level 1 or higher"}}};
    out.open = {{id + "-O1",
                 {"met[\"ID-03\"]", at("rules/routes.yaml", 11)},
                 {"二要素認証があること", "Two-factor logon in place"}}};
    out.closed = {{id + "-X1",
                   {"gate.separation == \"not_met\"", at("rules/routes.yaml", 13)},
                   {"外部との分離がない", "No separation from outside"}}};
    return out;
  };
  library.routes = {route("R1", {"VDI経由の利用", "VDI"}),
                    route("R2", {"仮想ブラウザ(インターネット分離)", "Virtual browser"}),
                    route("R3", {"ZTNA・SASEの接続", "ZTNA or SASE connector"}),
                    route("R9", {"機器から直接の外部接続", "Direct outbound from a device"})};
}

}  // namespace

Library sample_library() {
  Library out;
  out.id = "sample";
  out.version = "2026.11.0";
  out.title = {"見本の規則集", "A sample library"};
  out.note = {
      "4つのレベルは公表されたもの(JCMI 2024、2-C-5-03/04)です。回答から各条件を判定する方法、"
      "しきい値、重み、費用、対策は本規則集独自のもので、公式の基準ではありません。",
      "The four levels are published (JCMI 2024, 2-C-5-03/04); how answers decide each condition, "
      "thresholds, weights, costs and measures are this library's own, not official."};
  out.sha256 = std::string(64, 'a');
  out.editions = {
      {"mhlw_checklist_r7",
       {"厚労省チェックリスト(令和7年度版)", "MHLW checklist, FY2025"},
       "2025-05",
       "https://www.mhlw.go.jp/"},
      {"mhlw_guideline_7_0", {"厚労省ガイドライン第7.0版", "MHLW guideline 7.0"}, "2026-06-29", ""},
      {"nist_csf_2_0", {"NIST CSF 2.0", "NIST CSF 2.0"}, "2024-02-26", ""}};
  out.scales = {{"M4",
                 {"実施の程度", "How far"},
                 3,
                 false,
                 {{0, {"行っていない", "Not done"}},
                  {1, {"一部で行っている", "Done in part"}},
                  {2, {"対象のすべてで行っている", "In place for all in scope"}},
                  {3, {"すべてで行い、記録がある", "In place for all, with a record"}}}}};
  out.domains = {{"identity", {"IDと認証", "Identity"}},
                 {"boundary", {"外部との境界", "Boundary"}},
                 {"remote_maintenance", {"リモート保守", "Remote maintenance"}},
                 {"media", {"外部媒体", "External media"}},
                 {"segmentation", {"ネットワークの分割", "Segmentation"}},
                 {"backup_recovery", {"バックアップと復旧", "Backup and recovery"}}};
  out.levels = {{0,
                 {"ID管理が不十分", "IDs not managed"},
                 {"IDが管理されていない。", "IDs are not managed."}},
                {1, {"ID管理と分離がある", "IDs managed, network separated"}, {"…", "…"}},
                {2, {"分離と外部媒体を管理している", "Separation and media managed"}, {"…", "…"}},
                {3, {"部門間の通信も制御している", "Traffic controlled"}, {"…", "…"}}};
  auto gate = [](const std::string& id, int level, const Text& name,
                 const std::vector<std::string>& must) {
    Gate one;
    one.id = id;
    one.level = level;
    one.name = name;
    one.published = {name.ja + "が適切に行われている。", name.en + " is properly done."};
    one.must = must;
    return one;
  };
  out.gates = {gate("id_mgmt", 1, {"ID管理", "ID management"}, {"ID-01", "ID-03"}),
               gate("separation", 1, {"外部との分離", "Separation from outside"}, {"SG-01"}),
               gate("separation_managed", 2, {"分離の管理", "Management of the separation"},
                    {"NB-01", "NB-04", "RM-01"}),
               gate("media_control", 2, {"外部媒体の制御", "Control of external media"}, {"MD-01"}),
               gate("interdept_control", 3,
                    {"部門間の通信制御", "Control of traffic between departments"}, {"SG-02"})};
  out.hole_policies = {{"ahead",
                        {"false", at("rules/typology.yaml", 60)},
                        {"先に満たした条件があります。", "A higher one is met."}}};
  add_controls(out);
  add_advice(out);
  return out;
}

namespace {

ControlResult answered(const std::string& id, int score, Assurance assurance, std::uint32_t line) {
  ControlResult out;
  out.id = id;
  out.score = score;
  out.state = out.claimed_state = score >= 2 ? State::met : State::not_met;
  out.assurance = assurance;
  Ground ground;
  ground.value = std::to_string(score);
  ground.source = at("answers.yaml", line);
  ground.assurance = assurance;
  out.because = {ground};
  return out;
}

ControlResult empty(const std::string& id, Empty kind, const std::string& word,
                    std::uint32_t line) {
  ControlResult out;
  out.id = id;
  out.empty = kind;
  Ground ground;
  ground.kind = Ground::Kind::empty;
  ground.value = word;
  if (line > 0) ground.source = at("answers.yaml", line);
  out.because = {ground};
  return out;
}

void add_results(Assessment& out) {
  ControlResult edge = answered("NB-04", 2, Assurance::claimed, 41);
  edge.because[0].who = "情報システム課";
  edge.because[0].when = "2026-11-18";
  edge.because[0].document = "更新記録.pdf";
  Ground evidence;
  evidence.kind = Ground::Kind::evidence;
  evidence.rule = "EV-NB-04-2";
  evidence.value = "end_of_support=2023-09-28";
  evidence.source = at("inventory/fw-main.conf", 3);
  evidence.rule_place = at("rules/controls/boundary.yaml", 118);
  evidence.text = {"fw-main(FortiOS 6.2.6)は2023年9月28日にサポートが終了しています。",
                   "fw-main (FortiOS 6.2.6) is out of support since 2023-09-28."};
  evidence.strength = Strength::decisive;
  edge.because.insert(edge.because.begin(), evidence);
  edge.state = State::not_met;
  edge.score = 0;
  edge.assurance = Assurance::verified;
  ControlResult register_ = empty("RM-01", Empty::unknown, "unknown", 44);
  ControlResult media = empty("MD-01", Empty::unanswered, "unanswered", 0);
  ControlResult traffic = empty("SG-02", Empty::not_asked, "not_asked", 0);
  ControlResult backup = answered("BK-02", 2, Assurance::documented, 52);
  backup.follow_up = true;
  out.controls = {answered("ID-01", 2, Assurance::documented, 38),
                  answered("ID-03", 3, Assurance::verified, 39),
                  answered("SG-01", 2, Assurance::documented, 40),
                  answered("NB-01", 2, Assurance::claimed, 42),
                  edge,
                  register_,
                  media,
                  traffic,
                  backup};
  Contradiction found;
  found.control = "NB-04";
  found.answer = edge.because[1];
  found.evidence = evidence;
  found.changes_level = true;
  out.contradictions = {found};
}

}  // namespace

Assessment sample_assessment() {
  Assessment out;
  const Kind& kind = facility_kind();
  out.facility.cells.resize(kind.fields.size());
  auto set = [&](std::string_view id, CellValue value) {
    out.facility.cells[*kind.find(id)].value = std::move(value);
  };
  set("id", std::string("minato"));
  set("name", std::string("みなと総合病院"));
  set("beds", std::int64_t{250});
  set("bed_class", std::string("200-299"));
  set("invented", true);
  out.library_id = "sample";
  out.library_version = "2026.11.0";
  out.library_sha256 = std::string(64, 'a');
  out.today = *parse_iso_date("2026-11-22");
  out.claimed = {1, 3};
  out.evidenced = {1, 1};
  out.gates = {
      {"id_mgmt", 1, State::met, State::met, {"ID-01", "ID-03"}},
      {"separation", 1, State::met, State::met, {"SG-01"}},
      {"separation_managed", 2, State::not_met, State::unknown, {"NB-01", "NB-04", "RM-01"}},
      {"media_control", 2, State::unknown, State::unknown, {"MD-01"}},
      {"interdept_control", 3, State::unknown, State::unknown, {"SG-02"}}};
  add_results(out);
  out.domains = {{"identity", 83, 83, 83, 2, 2},
                 {"boundary", 33, 33, 33, 2, 2},
                 {"remote_maintenance", std::nullopt, 0, 100, 0, 1},
                 {"media", std::nullopt, 0, 100, 0, 1},
                 {"segmentation", 66, 33, 83, 1, 2},
                 {"backup_recovery", 66, 66, 66, 1, 1}};
  out.blocking = {{"separation_managed", "NB-04", State::not_met},
                  {"separation_managed", "RM-01", State::unknown},
                  {"media_control", "MD-01", State::unknown}};
  out.unanswered = {"MD-01", "RM-01", "SG-02"};
  out.measures = {{"M-RM-GATEWAY",
                   {"separation_managed", "readiness"},
                   {"RM-01"},
                   Effort::medium,
                   CostRange{"200-299", 2000000, 6000000},
                   true},
                  {"M-EDGE-PATCH",
                   {"separation_managed"},
                   {"NB-04"},
                   Effort::small,
                   CostRange{"200-299", 500000, 3000000},
                   true},
                  {"M-USB", {"media_control"}, {"MD-01"}, Effort::small, std::nullopt, false}};
  out.routes = {
      {"R1",
       Verdict::conditional,
       {{"R1-O1", State::not_met, {"二要素認証があること", "Two-factor logon in place"}}}},
      {"R2", Verdict::open, {}},
      {"R3",
       Verdict::conditional,
       {{"R3-O1", State::unknown, {"二要素認証があること", "Two-factor logon in place"}}}},
      {"R9",
       Verdict::closed,
       {{"R9-X1", State::met, {"外部との分離がない", "No separation from outside"}}}}};
  out.read_reports = {{"facility.yaml", "facility", 6, 0, 0},
                      {"answers.yaml", "answers", 7, 0, 0},
                      {"inventory/lines.xlsx", "register", 12, 3, 1},
                      {"inventory/fw-main.conf", "inventory", 1024, 0, 0}};
  return out;
}

Catalog read_texts(const std::string& file) {
  std::ifstream in(std::string(RUIKEI_SOURCE_DIR) + "/text/" + file);
  const std::regex entry("^([A-Za-z0-9_.+-]+): \\{ja: \"(.*)\", en: \"(.*)\"\\}$");
  std::vector<Catalog::Entry> entries;
  std::smatch match;
  for (std::string line; std::getline(in, line);)
    if (std::regex_match(line, match, entry))
      entries.push_back({match[1].str(), {match[2].str(), match[3].str()}});
  return Catalog(std::move(entries));
}

}  // namespace ruikei::report_test
