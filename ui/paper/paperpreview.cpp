#include "ui/paper/paperpreview.h"

#include "ui/kit/button.h"
#include "ui/kit/text.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace xinglin::ui {

PaperPreview::PaperPreview(const Sheets &sheets, QWidget *parent) : QDialog(parent), m_sheets(sheets)
{
    setObjectName(QStringLiteral("paperPreview"));
    setWindowTitle(sheets.title);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(24, 24, 24, 24);
    box->setSpacing(gapGroups);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("pages"));
    scroll->setAccessibleName(tr("Pages"));
    scroll->setAlignment(Qt::AlignHCenter);
    auto *table = new QWidget;
    auto *column = new QVBoxLayout(table);
    const double ratio = devicePixelRatioF();
    const double dots = Theme::of(this).scaled(4) * ratio;
    for (int i = 0; i < sheets.pages; ++i) {
        QImage image = previewOf(sheets, i, dots);
        image.setDevicePixelRatio(ratio);
        auto *sheet = new QLabel;
        sheet->setPixmap(QPixmap::fromImage(image));
        sheet->setAccessibleName(tr("Page %1 of %2").arg(i + 1).arg(sheets.pages));
        column->addWidget(sheet);
    }
    scroll->setWidget(table);
    box->addWidget(scroll, 1);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    auto *close = new Button(tr("Close"));
    close->setObjectName(QStringLiteral("previewClose"));
    close->setKeyCap(QStringLiteral("Esc"));
    connect(close, &Button::clicked, this, &QDialog::reject);
    auto *save = new Button(tr("Save as PDF"));
    save->setObjectName(QStringLiteral("previewSave"));
    connect(save, &Button::clicked, this, &PaperPreview::askPath);
    auto *print = new Button(tr("Print"), ButtonKind::Primary);
    print->setObjectName(QStringLiteral("previewPrint"));
    print->setKeys(QKeySequence(Qt::Key_F9));
    print->setDefault(true);
    connect(print, &Button::clicked, this, [this] {
        emit printWanted();
        accept();
    });
    for (Button *button : {close, save, print})
        row->addWidget(button);
    box->addLayout(row);
    const QSize room = parent ? parent->window()->size() : QSize(1280, 720);
    resize(qMin(room.width() - 80, table->sizeHint().width() + 80), qMin(room.height() - 60, 980));
}

void PaperPreview::askPath()
{
    auto *dialog =
        new QFileDialog(this, tr("Save as PDF"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
                        tr("PDF documents (*.pdf)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(m_sheets.fileName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        emit saveWanted(path);
        accept();
    });
    dialog->open();
}

} // namespace xinglin::ui
