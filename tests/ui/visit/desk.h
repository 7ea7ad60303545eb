#pragma once

#include "clinic/prescription/consultation.h"
#include "support/testclinic.h"
#include "ui/kit/compositionguard.h"
#include "ui/kit/style.h"
#include "ui/prescription/checkpanel.h"
#include "ui/prescription/paperprinter.h"
#include "ui/prescription/prescriptioneditor.h"
#include "ui/visit/visitpage.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace xinglin::test {

/// A practitioner's visit page over a real clinic, shown and under the hand.
class Desk
{
public:
    Desk()
    {
        if (const auto loaded = Catalog::load(); loaded)
            catalog = *loaded;
        woman = base.patient(QStringLiteral("陈淑芬"));
    }

    /// After everything was prepared through `base`.
    void open(QSize size = QSize(1294, 688))
    {
        clinic = std::make_unique<Clinic>(base.takeStore(), base.practitioner());
        page = std::make_unique<ui::VisitPage>(*clinic, catalog);
        QObject::connect(page.get(), &ui::VisitPage::saved, page.get(), [this](VisitId visit) { saved << visit; });
        QObject::connect(page.get(), &ui::VisitPage::finished, page.get(), [this] { ++finished; });
        page->resize(size);
        page->show();
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
    }
    void begin()
    {
        open();
        page->startVisit(woman.id);
        QTRY_VERIFY(page->patient());
    }
    ~Desk()
    {
        page.reset();
        clinic.reset();
    }

    template <class T = QWidget>
    T *find(const char *name) const
    {
        return page->findChild<T *>(QString::fromLatin1(name));
    }
    static QWidget *hand() { return QApplication::focusWidget(); }
    static void keys(const char *text)
    {
        for (const char *c = text; *c; ++c)
            QTest::keyClick(hand(), *c);
    }
    static void key(Qt::Key one, Qt::KeyboardModifiers held = Qt::NoModifier) { QTest::keyClick(hand(), one, held); }
    /// As an input method leaves them.
    static void words(const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(hand(), &event);
    }
    ui::PrescriptionEditor *prescription() const { return page->findChild<ui::PrescriptionEditor *>(); }
    ui::CheckPanel *checks() const { return page->findChild<ui::CheckPanel *>(); }
    const QList<PrescriptionLine> &lines() const { return prescription()->draft().lines; }

    template <class F>
    auto read(F f)
    {
        auto future = clinic->read(f);
        while (!future.isFinished())
            QTest::qWait(5);
        return future.result();
    }
    Result<consultation::Stored> stored(VisitId visit)
    {
        return read([visit](const store::Snapshot &view) { return consultation::current(view, visit); });
    }

    TestClinic base;
    std::shared_ptr<const Catalog> catalog;
    Patient woman;
    std::unique_ptr<Clinic> clinic;
    std::unique_ptr<ui::VisitPage> page;
    QList<VisitId> saved; ///< One for each save of the page.
    int finished = 0;
};

} // namespace xinglin::test
