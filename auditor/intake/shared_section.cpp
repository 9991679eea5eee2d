// SPDX-License-Identifier: Apache-2.0
#include "auditor/intake/shared_section.h"

namespace periksa::intake {

void SharedSection::append(const Slice& element) {
  if (end_.line < element.first.line) {
    text_.append(element.first.line - end_.line, '\n');
    end_ = {element.first.line, 1};
  }
  text_.append(element.first.column - end_.column, ' ');
  text_ += element.bytes;
  end_ = behind(element.first, element.bytes);
}

}  // namespace periksa::intake
