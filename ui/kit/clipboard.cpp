#include "ui/kit/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QTimer>

namespace xinglin::ui {

namespace {

/// What was copied, for as long as the clipboard holds it.
class BriefData : public QMimeData
{
    Q_OBJECT

public:
    explicit BriefData(const QString &text)
    {
        setText(text);
        setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
        for (const char *format : {"ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory",
                                   "CanUploadToCloudClipboard"})
            setData(QStringLiteral("application/x-qt-windows-mime;value=\"%1\"").arg(QLatin1String(format)),
                    QByteArray(4, '\0'));
    }
};

} // namespace

void forgetCopied()
{
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (qobject_cast<const BriefData *>(clipboard->mimeData()))
        clipboard->clear();
}

void copyBriefly(const QString &text, std::chrono::milliseconds stay)
{
    auto *data = new BriefData(text);
    QGuiApplication::clipboard()->setMimeData(data); // takes it over, and deletes it once something else is copied
    QTimer::singleShot(stay, data, &forgetCopied);
    QObject::connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, data, &forgetCopied);
}

} // namespace xinglin::ui

#include "clipboard.moc"
