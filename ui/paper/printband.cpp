#include "ui/paper/printband.h"

#include "ui/kit/askdialog.h"
#include "ui/kit/button.h"
#include "ui/kit/text.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/printshop.h"

#include <QHBoxLayout>

#include <algorithm>

namespace xinglin::ui {

PrintBand::PrintBand(Clinic &clinic, const Uuid &person, QWidget *parent)
    : QWidget(parent)
    , m_shop(PrintShop::of(clinic))
    , m_person(person)
    , m_words(new Label(QString()))
    , m_print(new Button(tr("Print them")))
    , m_discard(new Button(tr("Discard")))
{
    setObjectName(QStringLiteral("printBand"));
    setAutoFillBackground(true);
    setGround(this, Token::ApricotSoft);
    m_words->setObjectName(QStringLiteral("printBandWords"));
    m_words->setWordWrap(true);
    m_print->setObjectName(QStringLiteral("printLeft"));
    m_print->setKeys(QKeySequence(Qt::CTRL | Qt::Key_F9));
    m_discard->setObjectName(QStringLiteral("discardLeft"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(pageMargin, 6, pageMargin, 6);
    row->setSpacing(gapControls);
    row->addWidget(m_words, 1);
    row->addWidget(m_discard);
    row->addWidget(m_print);
    hide();
    connect(m_print, &Button::clicked, this, [this] {
        m_print->setBusy(true);
        for (const PrintJob &job : std::as_const(m_left))
            m_shop.again(job);
    });
    connect(m_discard, &Button::clicked, this, &PrintBand::askToDiscard);
    connect(&m_shop, &PrintShop::leftChanged, this, [this](const Uuid &whose, const QList<PrintJob> &left) {
        if (!m_resting && whose == m_person)
            tell(left);
    });
    m_shop.look(m_person);
}

void PrintBand::rest(bool resting)
{
    m_resting = resting;
    if (!resting)
        m_shop.look(m_person);
}

void PrintBand::tell(const QList<PrintJob> &left)
{
    m_left = left;
    m_print->setBusy(false);
    setVisible(!left.isEmpty());
    if (left.isEmpty())
        return;
    QString words = left.size() == 1 ? tr("A paper was not printed: %1.").arg(paperkind::name(left.first().about.kind))
                                     : tr("%n papers were not printed.", nullptr, int(left.size()));
    const auto last =
        std::find_if(left.crbegin(), left.crend(), [](const PrintJob &job) { return !job.error.isEmpty(); });
    if (last != left.crend())
        words += u' ' + last->error;
    m_words->setText(words);
    setAccessibleName(words);
}

void PrintBand::askToDiscard()
{
    auto *dialog = new AskDialog(tr("Throw away what was not printed?"),
                                 tr("The records stay as they are; only these papers are not printed."), window());
    dialog->setObjectName(QStringLiteral("discardDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(tr("Discard"), true);
    connect(dialog, &QDialog::accepted, this, [this, jobs = m_left] {
        for (const PrintJob &job : jobs)
            m_shop.discard(job);
    });
    dialog->open();
}

} // namespace xinglin::ui
