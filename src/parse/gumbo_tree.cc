// SPDX-License-Identifier: Apache-2.0
#include "parse/gumbo_tree.h"

#include "parse/arena.h"
#include "parse/names.h"
#include "parse/tree_builder.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <string>

namespace tamis::parsing {

namespace {

extern "C" void* arena_allocate(void* arena, size_t size) {
  return static_cast<Arena*>(arena)->allocate(size);
}
extern "C" void arena_release(void* arena, void* pointer) {
  static_cast<Arena*>(arena)->release(pointer);
}

// The one place that longjmp lands. Nothing here or in the frames above has a destructor.
GumboOutput* run_gumbo(const GumboOptions* options, Arena* arena, const char* data,
                       std::size_t size) {
  if (setjmp(arena->exhausted) != 0) return nullptr;
  return gumbo_parse_with_options(options, data, size);
}

using TagMap = std::array<Tag, GUMBO_TAG_LAST + 1>;

TagMap make_tag_map() {
  TagMap map{};
  for (int tag = 0; tag < GUMBO_TAG_UNKNOWN; ++tag) {
    map[tag] = tag_from_name(gumbo_normalized_tagname(static_cast<GumboTag>(tag)));
  }
  return map;
}

// Gumbo is older than some elements (picture, dialog): those it calls unknown.
Tag unknown_tag(GumboStringPiece original) {
  if (original.length == 0) return Tag::kOther;
  // Gumbo counts "</>" before a tag to the tag.
  while (original.length > 3 && std::string_view(original.data, 3) == "</>") {
    original.data += 3;
    original.length -= 3;
  }
  gumbo_tag_from_original_text(&original);
  std::array<char, 16> name{};
  if (original.data == nullptr || original.length > name.size()) return Tag::kOther;
  std::transform(original.data, original.data + original.length, name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return tag_from_name(std::string_view(name.data(), original.length));
}

Tag tag_of(const GumboElement& element) {
  static const TagMap kMap = make_tag_map();
  if (element.tag_namespace != GUMBO_NAMESPACE_HTML) {
    if (element.tag == GUMBO_TAG_SVG) return Tag::kSvg;
    return element.tag == GUMBO_TAG_MATH ? Tag::kMath : Tag::kOther;
  }
  return element.tag == GUMBO_TAG_UNKNOWN ? unknown_tag(element.original_tag) : kMap[element.tag];
}

enum class Keep { kAll, kElement, kName, kNothing };

// Which part of an element the Tree has: all of it, no content, no attributes either.
Keep keep(const GumboNode& node, Tag tag) {
  if (node.v.element.tag == GUMBO_TAG_NOEMBED) return Keep::kNothing;
  switch (tag) {
    case Tag::kScript:
    case Tag::kStyle:
    case Tag::kNoscript:
    case Tag::kNoframes:
    case Tag::kTemplate: return Keep::kNothing;
    case Tag::kSvg:
    case Tag::kMath: return Keep::kName;
    case Tag::kIframe: return Keep::kElement;
    case Tag::kObject:
    case Tag::kCanvas:
      // What is inside is for browsers that lack it; but one that nobody closed holds the page.
      return node.parse_flags & GUMBO_INSERTION_IMPLICIT_END_TAG ? Keep::kAll : Keep::kElement;
    default: return Keep::kAll;
  }
}

class Converter {
 public:
  Converter(const GumboNode* root, const SetAside& aside, std::size_t max_depth)
      : root_(root), aside_(aside), max_depth_(max_depth) {}

  Result<Tree> run() {
    const GumboNode* node = root_;
    while (node != nullptr) {
      if (!enter(*node)) {
        node = after(node);
        continue;
      }
      if (++depth_ > max_depth_) {
        return Error{ErrorKind::kTooDeep, "the page's tree is deeper than the limit, which is " +
                                              std::to_string(max_depth_)};
      }
      node = first_child(*node);
    }
    return builder_.finish();
  }

 private:
  static const GumboVector& children(const GumboNode& node) { return node.v.element.children; }

  static const GumboNode* first_child(const GumboNode& node) {
    return static_cast<const GumboNode*>(children(node).data[0]);
  }

  // Adds the node; true when its children come next.
  bool enter(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        builder_.text(aside_.whole(node.v.text.text, whole_));
        return false;
      case GUMBO_NODE_ELEMENT: break;
      default: return false;
    }
    const GumboElement& element = node.v.element;
    const Tag tag = tag_of(element);
    const Keep kept = keep(node, tag);
    if (kept == Keep::kNothing) return false;
    builder_.open(tag);
    // Which <head> tag has a say depends on the scripts before it: none has.
    if (kept != Keep::kName && tag != Tag::kHead) add_attributes(element);
    if (kept == Keep::kAll && element.children.length > 0) return true;
    builder_.close();
    return false;
  }

  void add_attributes(const GumboElement& element) {
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      if (attribute->name == kTagMark) {
        for (const auto& [name, value] : aside_.attributes(attribute->value)) {
          builder_.attribute(name, value);
        }
      } else if (const auto name = attribute_from_name(attribute->name)) {
        builder_.attribute(*name, attribute->value);
      }
    }
  }

  // The node after a finished one, closing the parents that end with it.
  const GumboNode* after(const GumboNode* node) {
    while (node != root_) {
      const GumboNode& parent = *node->parent;
      const std::size_t next = node->index_within_parent + 1;
      if (next < children(parent).length) {
        return static_cast<const GumboNode*>(children(parent).data[next]);
      }
      builder_.close();
      --depth_;
      node = &parent;
    }
    return nullptr;
  }

  const GumboNode* root_;
  const SetAside& aside_;
  std::string whole_;  // a text that was set aside in pieces
  std::size_t max_depth_;
  std::size_t depth_ = 0;
  TreeBuilder builder_;
};

}  // namespace

Result<Tree> gumbo_tree(std::string_view html, const SetAside& aside, std::size_t memory,
                        std::size_t max_depth) {
  Arena arena(html.size() * 24 + 65536, memory);
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = arena_allocate;
  options.deallocator = arena_release;
  options.userdata = &arena;
  options.max_errors = 0;
  const char* data = html.data() == nullptr ? "" : html.data();
  const GumboOutput* output = run_gumbo(&options, &arena, data, html.size());
  if (output == nullptr) {
    return Error{ErrorKind::kTooManyNodes,
                 "the page's tree needs more than " + std::to_string(memory) + " bytes"};
  }
  return Converter(output->root, aside, max_depth).run();
}

}  // namespace tamis::parsing
