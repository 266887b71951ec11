// SPDX-License-Identifier: Apache-2.0
// Lines of relations.jsonl and clusters.jsonl; keys in the order of the contract.
#include "json/json.h"
#include "tamis/report.h"

namespace tamis {

namespace {

constexpr int kScoreDigits = 4;

void put_list(json::Writer& out, std::string_view key, const std::vector<std::string>& values) {
  out.key(key);
  out.open_array();
  for (const std::string& value : values) out.text(value);
  out.close_array();
}

void put_text(json::Writer& out, std::string_view key, std::string_view value) {
  out.key(key);
  out.text(value);
}

void put_evidence(json::Writer& out, const Evidence& evidence) {
  out.key("evidence");
  out.open_object();
  out.key("shared");
  out.number(evidence.shared);
  out.key("only_a");
  out.number(evidence.only_a);
  out.key("only_b");
  out.number(evidence.only_b);
  out.key("facts");
  out.open_object();
  put_list(out, "agree", evidence.agree);
  put_list(out, "differ", evidence.differ);
  out.close_object();
  out.close_object();
}

}  // namespace

std::string relation_json(const Relation& relation, const std::vector<Entry>& entries) {
  json::Writer out;
  out.open_object();
  put_text(out, "type", relation_name(relation.type));
  put_text(out, "a", entries[relation.a].id);
  put_text(out, "b", entries[relation.b].id);
  out.key("score");
  out.real(relation.score, kScoreDigits);
  put_evidence(out, relation.evidence);
  out.close_object();
  return out.take();
}

std::string cluster_json(const Cluster& cluster, const std::vector<Entry>& entries) {
  json::Writer out;
  out.open_object();
  put_text(out, "id", cluster.id);
  put_text(out, "keeper", entries[cluster.keeper].id);
  out.key("members");
  out.open_array();
  for (const ClusterMember& member : cluster.members) {
    out.open_object();
    put_text(out, "id", entries[member.entry].id);
    put_text(out, "type", relation_name(member.type));
    out.key("score");
    out.real(member.score, kScoreDigits);
    out.close_object();
  }
  out.close_array();
  if (!cluster.earliest.empty()) put_text(out, "earliest", cluster.earliest);
  if (!cluster.sites.empty()) put_list(out, "sites", cluster.sites);
  out.close_object();
  return out.take();
}

}  // namespace tamis
