#include "ui/calendar/resourcefilter.h"

#include "ui/kit/askdialog.h"
#include "ui/kit/button.h"
#include "ui/kit/chipbar.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(xinglin::ui::ResourceFilter)
};

constexpr qint64 mostBytes = 1 << 16;

} // namespace

QString hiddenResourcesPath(const QString &clinicFolder)
{
    return clinicFolder + QStringLiteral("/calendar.json");
}

HiddenResources readHiddenResources(Files &files, const QString &path)
{
    HiddenResources hidden;
    if (!files.exists(path))
        return hidden;
    const Result<QByteArray> bytes = files.read(path, mostBytes);
    if (!bytes)
        return hidden;
    const QJsonArray all = QJsonDocument::fromJson(*bytes).array();
    for (const QJsonValue &one : all) {
        if (const auto id = Uuid::fromString(one.toString()))
            hidden.insert(ResourceId(*id));
    }
    return hidden;
}

Result<Done> writeHiddenResources(Files &files, const QString &path, const HiddenResources &hidden)
{
    QStringList ids;
    for (const ResourceId id : hidden)
        ids << id.toString();
    ids.sort();
    return replaceFile(files, path, QJsonDocument(QJsonArray::fromStringList(ids)).toJson());
}

void askResources(QWidget *window, const QList<Resource> &all, const HiddenResources &hidden,
                  const std::function<void(const HiddenResources &)> &then)
{
    auto *dialog = new AskDialog(Tr::tr("Who and what is shown?"),
                                 Tr::tr("Remembered on this PC. What is left out can be booked all the same."), window);
    dialog->setObjectName(QStringLiteral("resourceDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setVerb(Tr::tr("Show"));
    auto *chips = new ChipBar(Tr::tr("People and rooms"));
    chips->setObjectName(QStringLiteral("resourceChips"));
    QList<ChipItem> items;
    for (const Resource &one : all)
        items << ChipItem{one.id.toString(), one.content.name, {}, !hidden.contains(one.id), false};
    chips->setChips(items);
    dialog->body()->addWidget(chips);
    const auto allow = [dialog, chips] { dialog->verbButton()->setEnabled(!chips->selected().isEmpty()); };
    QObject::connect(chips, &ChipBar::changed, dialog, allow);
    allow();
    QObject::connect(dialog, &QDialog::accepted, window, [chips, all, then] {
        const QStringList shown = chips->selected();
        HiddenResources left;
        for (const Resource &one : all) {
            if (!shown.contains(one.id.toString()))
                left.insert(one.id);
        }
        then(left);
    });
    dialog->open();
    chips->setFocus();
}

} // namespace xinglin::ui
