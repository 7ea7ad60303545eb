#include "ui/shell/recoveryform.h"

#include "ui/kit/button.h"
#include "ui/kit/field.h"
#include "ui/kit/messagestrip.h"
#include "ui/kit/ondone.h"
#include "ui/kit/text.h"
#include "ui/shell/aside.h"
#include "ui/shell/refusals.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QStackedLayout>

namespace xinglin::ui {

namespace {
constexpr int formWidth = 560;
constexpr int ringRoom = 3; // buttons reach beyond their place by their focus ring
} // namespace

RecoveryForm::RecoveryForm(const access::Surroundings &around, const RecoveryPaper &paper, int line, QWidget *parent)
    : QWidget(parent)
    , m_around(around)
    , m_paper(paper)
    , m_line(line)
    , m_strip(new MessageStrip)
    , m_steps(nullptr)
    , m_typed(new QLineEdit)
    , m_field(new Field(tr("Line %1 of the sheet").arg(line), m_typed))
    , m_confirm(new Button(tr("Confirm"), ButtonKind::Primary))
{
    setObjectName(QStringLiteral("recovery"));
    setFixedWidth(Theme::of(this).scaled(formWidth));
    auto *title = new Label(tr("The recovery sheet"), TypeStyle::Person);
    auto *why =
        new Label(tr("If all passwords are lost, this sheet is the only way to the records. Nobody else has it: "
                     "print it now and keep it away from the PC."));
    why->setWordWrap(true);
    auto *steps = new QWidget;
    m_steps = new QStackedLayout(steps);
    m_steps->addWidget(buildSheet());
    m_steps->addWidget(buildProof());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gapGroups);
    column->addWidget(title);
    column->addWidget(why);
    column->addWidget(m_strip);
    column->addWidget(steps);
}

QWidget *RecoveryForm::buildSheet()
{
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(ringRoom, ringRoom, ringRoom, ringRoom);
    column->setSpacing(gapControls);
    for (qsizetype i = 0; i < m_paper.lines.size(); ++i) {
        auto *line = new Label(QStringLiteral("%1   %2").arg(i + 1).arg(m_paper.lines[i]), TypeStyle::Figure);
        line->setObjectName(QStringLiteral("recoveryLine%1").arg(i + 1));
        column->addWidget(line);
    }
    column->addSpacing(gapGroups);
    auto *print = new Button(tr("Print"));
    print->setObjectName(QStringLiteral("printRecovery"));
    print->setKeys(QKeySequence(Qt::Key_F9));
    auto *pdf = new Button(tr("Save as PDF"));
    pdf->setObjectName(QStringLiteral("saveRecovery"));
    auto *next = new Button(tr("I have it on paper"), ButtonKind::Primary);
    next->setObjectName(QStringLiteral("haveRecovery"));
    next->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto *later = new Button(tr("Later"), ButtonKind::Ghost);
    later->setObjectName(QStringLiteral("laterRecovery"));
    auto *row = new QHBoxLayout;
    for (Button *button : {next, print, pdf, later})
        row->addWidget(button);
    row->addStretch(1);
    column->addLayout(row);
    connect(print, &Button::clicked, this, &RecoveryForm::print);
    connect(pdf, &Button::clicked, this, &RecoveryForm::choosePdf);
    connect(later, &Button::clicked, this, &RecoveryForm::postponed);
    connect(next, &Button::clicked, this, [this] {
        m_steps->setCurrentIndex(1);
        m_typed->setFocus();
    });
    return sheet;
}

QWidget *RecoveryForm::buildProof()
{
    auto *proof = new QWidget;
    m_typed->setObjectName(QStringLiteral("recoveryTyped"));
    m_confirm->setObjectName(QStringLiteral("confirmRecovery"));
    m_confirm->setKeyCap(QStringLiteral("⏎"));
    auto *back = new Button(tr("Show it again"));
    back->setObjectName(QStringLiteral("showRecovery"));
    auto *words = new Label(tr("Type line %1 from the paper. This proves that the sheet can be read.").arg(m_line));
    words->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_confirm);
    row->addWidget(back);
    row->addStretch(1);
    auto *column = new QVBoxLayout(proof);
    column->setContentsMargins(ringRoom, ringRoom, ringRoom, ringRoom);
    column->addWidget(words);
    column->addWidget(m_field);
    column->addLayout(row);
    column->addStretch(1);
    const auto confirm = [this] {
        if (!m_confirm->isBusy())
            emit typedBack(m_line, m_typed->text());
    };
    connect(m_confirm, &Button::clicked, this, confirm);
    connect(m_typed, &QLineEdit::returnPressed, this, confirm);
    connect(m_typed, &QLineEdit::textEdited, m_field, &Field::clearProblem);
    connect(back, &Button::clicked, this, [this] { m_steps->setCurrentIndex(0); });
    return proof;
}

void RecoveryForm::setBusy(bool busy)
{
    m_confirm->setBusy(busy);
    m_typed->setReadOnly(busy);
}

void RecoveryForm::showError(const Error &error)
{
    setBusy(false);
    if (error.code == Code::Invalid)
        return m_field->showProblem(error.message);
    m_strip->say(MessageStrip::Kind::Stop, sentenceFor(error));
}

void RecoveryForm::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] { paintRecovery(*printer, m_paper); });
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void RecoveryForm::choosePdf()
{
    auto *dialog = new QFileDialog(this, tr("Save the recovery sheet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PDF files (*.pdf)"));
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &RecoveryForm::savePdf);
    dialog->open();
}

void RecoveryForm::savePdf(const QString &path)
{
    const auto saved = aside([files = m_around.files, path, paper = m_paper]() -> Result<Done> {
        return replaceFile(*files, path, recoveryPdf(paper));
    });
    onDone(saved, this, [this, path](const Result<Done> &done) {
        if (!done)
            return m_strip->say(MessageStrip::Kind::Stop, sentenceFor(done.error()));
        m_strip->say(MessageStrip::Kind::Caution,
                     tr("Saved as %1. Print it, then delete the file: whoever has it can open the records.").arg(path));
    });
}

} // namespace xinglin::ui
