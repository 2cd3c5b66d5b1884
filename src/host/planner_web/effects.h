#pragma once
#include "app/effect.h"
#include "base/bytes.h"

#include <string_view>

namespace hallway {

/// Appends effects in the form that abi.h gives `Output::effects`.
void write_effects(ByteWriter& out, const Effects& effects);
void write_document_title(ByteWriter& out, std::string_view title);

} // namespace hallway
