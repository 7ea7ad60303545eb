#include "ui/shell/formfields.h"

#include "ui/kit/chipbar.h"
#include "ui/kit/growingtextedit.h"
#include "ui/kit/segment.h"
#include "ui/kit/stepper.h"
#include "ui/shell/secretedit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>

namespace xinglin::ui {

namespace {

const QString on = QStringLiteral("1");
const QString off = QStringLiteral("0");

/// Those of one kind that have a name; the inner parts of others have none, or Qt's.
template <class T, class F>
void each(const QWidget &form, F f)
{
    for (T *field : form.findChildren<T *>()) {
        if (!field->objectName().isEmpty() && !field->objectName().startsWith(u"qt_"))
            f(*field);
    }
}

bool isKept(const QLineEdit &line)
{
    return !line.isReadOnly() && !qobject_cast<const SecretEdit *>(&line);
}

} // namespace

QMap<QString, QString> fieldsIn(const QWidget &form)
{
    QMap<QString, QString> fields;
    const auto keep = [&fields](const QWidget &field, const QString &value) {
        fields.insert(field.objectName(), value);
    };
    each<QLineEdit>(form, [&](const QLineEdit &line) {
        if (isKept(line))
            keep(line, line.text());
    });
    each<GrowingTextEdit>(form, [&](const GrowingTextEdit &text) { keep(text, text.text()); });
    each<QPlainTextEdit>(form, [&](const QPlainTextEdit &text) {
        if (!text.isReadOnly())
            keep(text, text.toPlainText());
    });
    each<QCheckBox>(form, [&](const QCheckBox &box) { keep(box, box.isChecked() ? on : off); });
    each<QComboBox>(form, [&](const QComboBox &box) { keep(box, box.currentText()); });
    each<Segment>(form, [&](const Segment &segment) { keep(segment, QString::number(segment.current())); });
    each<ChipBar>(form, [&](const ChipBar &chips) { keep(chips, chips.selected().join(u'\n')); });
    each<Stepper>(form, [&](const Stepper &stepper) { keep(stepper, QString::number(stepper.value())); });
    return fields;
}

void putFields(QWidget &form, const QMap<QString, QString> &fields)
{
    const auto put = [&fields](const QWidget &field, auto with) {
        if (const auto kept = fields.constFind(field.objectName()); kept != fields.constEnd())
            with(*kept);
    };
    each<QComboBox>(form, [&](QComboBox &box) {
        put(box, [&](const QString &text) { box.setCurrentIndex(qMax(box.findText(text), 0)); });
    });
    each<Segment>(form, [&](Segment &segment) {
        put(segment, [&](const QString &index) { segment.setCurrent(index.toInt()); });
    });
    each<ChipBar>(form, [&](ChipBar &chips) {
        put(chips, [&](const QString &ids) { chips.setSelected(ids.split(u'\n', Qt::SkipEmptyParts)); });
    });
    each<QCheckBox>(form,
                    [&](QCheckBox &box) { put(box, [&](const QString &state) { box.setChecked(state == on); }); });
    each<Stepper>(
        form, [&](Stepper &stepper) { put(stepper, [&](const QString &value) { stepper.setValue(value.toInt()); }); });
    each<QLineEdit>(form, [&](QLineEdit &line) {
        if (isKept(line))
            put(line, [&](const QString &text) { line.setText(text); });
    });
    each<GrowingTextEdit>(
        form, [&](GrowingTextEdit &text) { put(text, [&](const QString &words) { text.setText(words); }); });
    each<QPlainTextEdit>(form, [&](QPlainTextEdit &text) {
        if (!text.isReadOnly())
            put(text, [&](const QString &words) { text.setPlainText(words); });
    });
}

} // namespace xinglin::ui
