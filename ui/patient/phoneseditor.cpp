#include "ui/patient/phoneseditor.h"

#include "base/text/phone.h"
#include "ui/kit/field.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace xinglin::ui {

PhonesEditor::PhonesEditor(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setPhones({});
}

void PhonesEditor::setPhones(const QList<PatientPhone> &phones)
{
    for (const Line &line : std::as_const(m_lines))
        delete line.field->parentWidget();
    m_lines.clear();
    for (const PatientPhone &phone : phones)
        addLine(phone);
    addLine({});
}

QList<PatientPhone> PhonesEditor::phones() const
{
    QList<PatientPhone> all;
    for (const Line &line : m_lines) {
        if (!line.phone->text().trimmed().isEmpty())
            all << PatientPhone{line.phone->text().trimmed(), line.whose->text().trimmed()};
    }
    return all;
}

void PhonesEditor::showProblems(bool shown)
{
    for (const Line &line : std::as_const(m_lines)) {
        const QString typed = line.phone->text().trimmed();
        const auto parsed = parsePhone(typed);
        if (shown && !typed.isEmpty() && !parsed)
            line.field->showProblem(parsed.error().message);
        else
            line.field->clearProblem();
    }
}

void PhonesEditor::addLine(const PatientPhone &phone)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto at = QString::number(m_lines.size() + 1);
    Line line{nullptr, new QLineEdit(phone.phone), new QLineEdit(phone.whose)};
    line.phone->setObjectName(QStringLiteral("otherPhone%1").arg(at));
    line.whose->setObjectName(QStringLiteral("otherPhoneWhose%1").arg(at));
    line.field = new Field(tr("Other phone"), line.phone);
    auto *whose = new Field(tr("Whose phone"), line.whose);
    layout->addWidget(line.field, 3);
    layout->addWidget(whose, 2);
    m_column->addWidget(row);
    m_lines << line;
    const auto edited = [this] {
        if (!m_lines.constLast().phone->text().isEmpty())
            addLine({});
        emit changed();
    };
    connect(line.phone, &QLineEdit::textChanged, this, edited);
    connect(line.whose, &QLineEdit::textChanged, this, &PhonesEditor::changed);
}

} // namespace xinglin::ui
