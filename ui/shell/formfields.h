#pragma once

#include <QMap>
#include <QString>

class QWidget;

namespace xinglin::ui {

/// What stands in the named fields below a form, as text by their names: lines, texts, boxes, choices and steppers.
/// Secrets are left out.
QMap<QString, QString> fieldsIn(const QWidget &form);
/// Puts it there again. Choices come first, for they may fill other fields; a choice that is no longer offered and a
/// field that is no longer there are passed over.
void putFields(QWidget &form, const QMap<QString, QString> &fields);

} // namespace xinglin::ui
