#pragma once

#include "clinic/patient/batches.h"
#include "clinic/patient/patients.h"
#include "support/desk.h"
#include "tour/tourlint.h"
#include "ui/kit/messagestrip.h"

#include <QComboBox>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

namespace xinglin::test {

/// Longer than for a click: whole files are read and written.
constexpr int importMs = 120'000;

/// The owner before Settings › Import, with a folder for files.
class ImportDesk : public Desk
{
public:
    explicit ImportDesk(const std::function<void(TestClinic &)> &prepare = {}) : Desk(prepare) { enter("owner"); }

    QString path(const QString &name) const { return m_files.filePath(name); }
    QString file(const QByteArray &bytes, const QString &name = QStringLiteral("patients.csv")) const
    {
        QFile out(path(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write");
        return path(name);
    }
    void goToImport()
    {
        drive().click("place-settings");
        auto &sections = static_cast<QListWidget &>(drive().get("settingsSections"));
        sections.setFocus();
        drive().key(Qt::Key_Home);
        for (int i = 0; i < sections.count() && sections.currentItem()->text() != u"Import"; ++i)
            drive().key(Qt::Key_Down);
        if (sections.currentItem()->text() != u"Import")
            qFatal("there is no section for imports");
        drive().key(Qt::Key_Return);
        drive().get("newImport");
    }
    /// From the list of imports to the rows of a file.
    void openFile(const QString &file)
    {
        drive().key(Qt::Key_N);
        drive().get("importPath").setFocus();
        drive().fill("importPath", file);
        drive().key(Qt::Key_Return);
    }
    /// The next step, once it can be gone to.
    void next()
    {
        if (!QTest::qWaitFor([&] { return isReady(); }, GuiDriver::patienceMs * 3))
            qFatal("there is no next step: %s", qPrintable(strip("fileStrip") + strip("columnStrip")));
        drive().key(Qt::Key_Return, Qt::ControlModifier);
    }
    bool isReady()
    {
        const auto *next = drive().find<QPushButton>("importNext");
        return next && next->isEnabled() && !next->property("busy").toBool();
    }
    /// Chooses in a combo by its words, with the keyboard.
    void choose(const char *name, const QString &words)
    {
        auto &box = static_cast<QComboBox &>(drive().get(name));
        box.setFocus();
        drive().key(Qt::Key_Home);
        for (int i = 0; i < box.count() && box.currentText() != words; ++i)
            drive().key(Qt::Key_Down);
        if (box.currentText() != words)
            qFatal("%s has no %s", name, qPrintable(words));
    }
    QString words(const char *label) { return static_cast<QLabel &>(drive().get(label)).text(); }
    QString strip(const char *name)
    {
        const auto *strip = drive().find<ui::MessageStrip>(name);
        return strip ? strip->text() : QString();
    }
    QAbstractItemModel &rows(const char *name) { return *static_cast<QAbstractItemView &>(drive().get(name)).model(); }
    QString cell(const char *name, int row, int column)
    {
        const QAbstractItemModel &model = rows(name);
        return model.index(row, column).data().toString();
    }

    QList<batch::Batch> batches()
    {
        const auto list = ask(clinic.owner(), [](const store::Snapshot &view) { return batch::list(view); });
        return list ? *list : QList<batch::Batch>();
    }
    qint64 patients()
    {
        const auto count = ask(clinic.owner(), [](const store::Snapshot &view) { return patient::count(view); });
        return count ? *count : -1;
    }
    std::optional<Patient> find(const QString &reference)
    {
        const auto found =
            ask(clinic.owner(), [&](const store::Snapshot &view) { return patient::findByReference(view, reference); });
        return found ? std::optional(*found) : std::nullopt;
    }

    static QByteArray many(int patients)
    {
        QByteArray bytes("病历号,姓名,电话\n");
        for (int i = 0; i < patients; ++i)
            bytes += QStringLiteral("N%1,%2%3,138%4\n")
                         .arg(i)
                         .arg(QStringLiteral("王李张刘陈杨黄赵").at(i % 8))
                         .arg(QChar(0x4e00 + 7 * i))
                         .arg(10000000 + 7919 * i)
                         .toUtf8();
        return bytes;
    }

private:
    QTemporaryDir m_files;
};

} // namespace xinglin::test
