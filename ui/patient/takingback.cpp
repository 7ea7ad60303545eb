#include "ui/patient/takingback.h"

#include "clinic/changewords.h"
#include "ui/kit/askdialog.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/toast.h"
#include "ui/shell/page.h"

#include <QShortcut>

namespace xinglin::ui {

namespace {

const QKeySequence lastKeys(Qt::CTRL | Qt::Key_Z);
const QKeySequence returnKeys(Qt::CTRL | Qt::SHIFT | Qt::Key_Z);

QString nameOf(const journal::Entry &entry)
{
    const QString act = changes::actText(entry.told.act);
    return entry.patientName.isEmpty()
               ? act
               : TakingBack::tr("%1 (%2)", "what was done, whose record").arg(act, entry.patientName);
}

} // namespace

TakingBack::TakingBack(Clinic &clinic, Page *page, bool lastByKeys)
    : QObject(page), m_clinic(clinic), m_page(page), m_return(new QShortcut(returnKeys, page))
{
    m_return->setContext(Qt::WidgetWithChildrenShortcut);
    connect(m_return, &QShortcut::activated, this, &TakingBack::returnIt);
    if (!lastByKeys)
        return;
    auto *last = new QShortcut(lastKeys, page);
    last->setContext(Qt::WidgetWithChildrenShortcut);
    connect(last, &QShortcut::activated, this, &TakingBack::askLast);
}

Toast &TakingBack::toast()
{
    if (!m_toast) {
        m_toast = new Toast(m_page);
        connect(m_toast, &Toast::acted, this, [this] {
            if (m_undone)
                returnIt();
            else
                askLast();
        });
    }
    return *m_toast;
}

void TakingBack::say(const QString &sentence)
{
    if (m_undone)
        toast().say(sentence, tr("Not after all"), returnKeys);
    else
        toast().say(sentence);
}

void TakingBack::offer(const QString &sentence)
{
    m_undone.reset(); // what comes now comes after it
    toast().say(sentence, tr("Take back"), lastKeys);
}

void TakingBack::returnIt()
{
    if (m_undone)
        takeBack(*std::exchange(m_undone, std::nullopt));
}

void TakingBack::askLast()
{
    const auto last = m_clinic.read([](const store::Snapshot &view) { return journal::lastOwn(view); });
    onDone(last, this, [this](const Result<std::optional<journal::Entry>> &found) {
        if (!found)
            return say(found.error().message);
        if (!*found)
            return say(tr("You have done nothing in the last day that could be taken back."));
        ask(**found);
    });
}

void TakingBack::ask(const journal::Entry &entry)
{
    if (m_dialog)
        return;
    if (!entry.possible)
        return say(tr("\"%1\" cannot be taken back. %2").arg(nameOf(entry), entry.why));
    m_dialog =
        new AskDialog(tr("Take back \"%1\"?").arg(nameOf(entry)), entry.told.sentences.join(u' '), m_page->window());
    m_dialog->setObjectName(QStringLiteral("takeBackDialog"));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setVerb(tr("Take back"));
    m_dialog->setSafeAnswer(tr("Leave it"));
    connect(m_dialog, &QDialog::accepted, this, [this, entry] { takeBack(entry); });
    m_dialog->open();
}

void TakingBack::takeBack(const journal::Entry &entry)
{
    const QByteArray act = journal::actOfTakingBack(entry.told.act);
    const auto taken = m_clinic.write(
        act, [version = entry.told.version](store::Transaction &tx) { return journal::takeBack(tx, version); });
    onDone(taken, this, [this, act](const Result<Done> &result) {
        m_undone.reset();
        if (!result)
            return say(result.error().message);
        emit done();
        offerReturn(act, changes::actText(act));
    });
}

void TakingBack::offerReturn(const QByteArray &act, const QString &words)
{
    const auto newest =
        m_clinic.read([](const store::Snapshot &view) { return journal::lastDay(view, std::nullopt, 10); });
    onDone(newest, this, [this, act, words](const Result<QList<journal::Entry>> &entries) {
        for (const journal::Entry &entry : entries ? *entries : QList<journal::Entry>()) {
            if (!m_undone && entry.own && entry.possible && entry.told.act == act)
                m_undone = entry;
        }
        say(words);
    });
}

} // namespace xinglin::ui
