// SPDX-License-Identifier: Apache-2.0
// What is checked on the bare text before the YAML parser sees it: encoding, control characters,
// tabs as indentation, and quotes and brackets that are not closed. A parser would let an unclosed
// quote swallow the lines after it and complain far below; here it is found because no quoted text
// may go on in a line that is not indented more than its key.
#pragma once

#include "base/diagnostic.h"
#include "load/source_text.h"

namespace ruikei::load {

/// Y001 no UTF-8, Y002 control character. One diagnostic at most.
void check_characters(const SourceText& text, Diagnostics& diagnostics);

/// Y010 tab, Y011 unclosed quote, Y012 text after a quote, Y013 unclosed bracket. The text must
/// have passed check_characters.
void check_quotes(const SourceText& text, Diagnostics& diagnostics);

}  // namespace ruikei::load
