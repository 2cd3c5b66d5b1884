#pragma once
#include "program/rich_text.h"

namespace hallway {

/// Marks the web addresses that stand in a block's text as links, but for what is a link or code
/// already.
/// Source: GitHub Flavored Markdown 0.29, 6.9 (extended URL autolinks): punctuation at the end, and
///         a closing bracket that opens outside, is no part of an address.
void add_web_links(RichBlock& block);

} // namespace hallway
