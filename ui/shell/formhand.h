#pragma once

#include "clinic/draftcontent.h"

class QWidget;

namespace xinglin::ui {

/// The field of @p form that the hand is in or was in last, with its cursor, and the text of those lines called
/// @p lines. Fields are known by their objectName.
Hand handIn(const QWidget &form, const QStringList &lines);
/// Writes the lines and puts the hand where it was; the focus moves only where @p focus.
void putHand(QWidget &form, const Hand &hand, bool focus);

} // namespace xinglin::ui
