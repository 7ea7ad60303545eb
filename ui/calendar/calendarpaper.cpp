#include "ui/calendar/calendarpaper.h"

#include "base/text/mask.h"
#include "ui/paper/flowpaper.h"
#include "ui/paper/paperkinds.h"
#include "ui/paper/papertext.h"
#include "ui/paper/sheetwords.h"

#include <QPainter>

#include <algorithm>
#include <memory>

namespace xinglin::ui {

namespace {

using Face = PaperText::Face;

constexpr double width = 210;
constexpr double left = 16;
constexpr double right = width - 16;
constexpr double body = 10.5; // pt, the smallest of ordinary text
constexpr double nameSize = 12;
constexpr double pitch = 5.2; // mm, from line to line
constexpr double rowRoom = 3; // mm, above and below what stands in a row
constexpr double firstRow = 42;
constexpr double lastRow = 276;
constexpr double foot = 286;

/// A column of the table, and how wide it is.
struct Field
{
    QString head;
    double x = 0;
    double width = 0;
};

struct Row
{
    QString time;
    QString name;
    QStringList cells;          ///< From the third field on.
    bool box = false;           ///< To be ticked.
    QStringList names{};        ///< The rest is laid out by add(): lines of the name,
    QList<QStringList> lines{}; ///< and of each cell.
    double height = 0;
};

/// A table with a head on each page; nothing is cut, what is long takes further lines.
class TablePaper
{
public:
    TablePaper(const QString &clinic, const QString &title, const QString &day, const SheetWords &words,
               const QList<QPair<QString, double>> &fields)
        : m_clinic(clinic), m_title(title), m_day(day), m_words(words)
    {
        double x = left;
        for (const auto &[head, share] : fields) {
            m_fields << Field{head, x, share};
            x += share;
        }
        // The last one takes what is left.
        m_fields.last().width = right - m_fields.last().x;
    }

    void add(Row row)
    {
        row.names = PaperText::wrapped(row.name, Face::Song, nameSize, m_fields[1].width - 2);
        qsizetype most = row.names.size();
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            const Field &field = m_fields[i + 2];
            const QStringList lines = row.cells[i].isEmpty()
                                          ? QStringList()
                                          : PaperText::wrapped(row.cells[i], Face::Hei, body, field.width - 2);
            row.lines << lines;
            most = std::max(most, lines.size());
        }
        row.height = double(most) * pitch + rowRoom;
        m_rows << row;
    }

    void setEmpty(const QString &words) { m_empty = words; }

    void lay()
    {
        m_pages = {{}};
        double y = firstRow;
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            if (y + m_rows[i].height > lastRow) {
                m_pages << QList<qsizetype>();
                y = firstRow;
            }
            m_pages.last() << i;
            y += m_rows[i].height;
        }
    }
    int pages() const { return static_cast<int>(m_pages.size()); }

    void paint(QPainter &painter, int page) const
    {
        PaperText::draw(painter, left, 16, m_clinic, Face::Hei, body);
        const double size = PaperText::fitting(m_title, Face::Song, 17, 11, 110);
        PaperText::draw(painter, left, 25, m_title, Face::Song, size);
        PaperText::draw(painter, right, 25, m_day, Face::HeiBold, 12, Qt::AlignRight);
        for (const Field &field : m_fields)
            PaperText::draw(painter, field.x, firstRow - 5, field.head, Face::Hei, body);
        paperLine(painter, firstRow - 2.5, 0.4, left, right);
        double y = firstRow;
        if (m_rows.isEmpty())
            PaperText::draw(painter, left, y + pitch, m_empty, Face::Hei, body);
        for (const qsizetype i : m_pages.at(page)) {
            paintRow(painter, m_rows[i], y);
            y += m_rows[i].height;
            paperLine(painter, y - rowRoom / 2, 0.1, left, right);
        }
        if (m_pages.size() > 1)
            PaperText::draw(painter, right, foot, m_words.page(page + 1, pages()), Face::Hei, body, Qt::AlignRight);
    }

private:
    void paintRow(QPainter &painter, const Row &row, double y) const
    {
        const double line = y + pitch - 1.2;
        PaperText::draw(painter, m_fields[0].x, line, row.time, Face::HeiBold, body);
        for (qsizetype n = 0; n < row.names.size(); ++n)
            PaperText::draw(painter, m_fields[1].x, line + double(n) * pitch, row.names[n], Face::Song, nameSize);
        for (qsizetype i = 0; i < row.lines.size(); ++i) {
            for (qsizetype n = 0; n < row.lines[i].size(); ++n)
                PaperText::draw(painter, m_fields[i + 2].x, line + double(n) * pitch, row.lines[i][n], Face::Hei, body);
        }
        if (!row.box)
            return;
        painter.setPen(QPen(Qt::black, 0.3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(m_fields.last().x, y + 0.8, 4, 4));
        paperLine(painter, line + 0.8, 0.15, m_fields.last().x + 6, right, true);
    }

    QString m_clinic;
    QString m_title;
    QString m_day;
    SheetWords m_words;
    QList<Field> m_fields;
    QList<Row> m_rows;
    QList<QList<qsizetype>> m_pages;
    QString m_empty;
};

QString timeOf(const Period &period, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(period.from), zone).toString(QStringLiteral("HH:mm"));
}

QString personOf(const SheetWords &words, const DaySheet::Line &line)
{
    QStringList parts{line.sex == Sex::Unknown ? QString() : words.sex(line.sex),
                      line.age ? words.age(line.age) : QString()};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString nameOf(const SheetWords &words, const Appointment &appointment)
{
    return appointment.who.isEmpty() ? words.pick("已占用", "Taken") : appointment.who;
}

/// Masked once more or not at all: a mask does not change under a mask.
QString masked(const QString &phone)
{
    return phone.contains(u'*') ? phone : maskPhone(phone);
}

QString stateOf(const SheetWords &words, const Appointment &appointment)
{
    switch (appointment.status) {
    case AppointmentStatus::Arrived:
        return words.pick("已到", "arrived");
    case AppointmentStatus::Fulfilled:
        return words.pick("已完成", "done");
    case AppointmentStatus::NoShow:
        return words.pick("爽约", "did not come");
    default:
        return appointment.overbooked ? words.pick("加号", "overbooked") : QString();
    }
}

Sheets sheetsOf(const std::shared_ptr<TablePaper> &paper, const QString &title, const QString &fileName,
                const QString &kind)
{
    paper->lay();
    Sheets sheets;
    sheets.title = title;
    sheets.fileName = pdfName(fileName);
    sheets.size = QPageSize::A4;
    sheets.pages = paper->pages();
    sheets.about = {kind, QStringLiteral("resource"), {}, {}};
    sheets.paint = [paper](QPainter &painter, int page) { paper->paint(painter, page); };
    return sheets;
}

QString dayText(const SheetWords &words, const QLocale &locale, QDate day)
{
    return words.date(day) + QStringLiteral("  ") + locale.dayName(day.dayOfWeek(), QLocale::ShortFormat);
}

} // namespace

Sheets daySheets(const DaySheet &day, const QTimeZone &zone, const QLocale &locale, const PaperDress &)
{
    const SheetWords words(locale);
    const QString title =
        day.whose.isEmpty() ? words.pick("全日日程", "The day") : words.pick("日程  ", "The day of ") + day.whose;
    QList<QPair<QString, double>> fields{{words.pick("时间", "Time"), 14},
                                         {words.pick("姓名", "Name"), 28},
                                         {words.pick("性别年龄", "Sex, age"), 21},
                                         {words.pick("项目", "Service"), 22}};
    if (day.whose.isEmpty())
        fields << qMakePair(words.pick("医师、房间", "With"), 31.0);
    fields << qMakePair(words.pick("电话", "Telephone"), 26.0) << qMakePair(words.pick("备注", "Note"), 0.0);
    const auto paper =
        std::make_shared<TablePaper>(day.clinic.name, title, dayText(words, locale, day.day), words, fields);
    paper->setEmpty(words.pick("这一天没有预约。", "Nothing is booked on this day."));
    for (const DaySheet::Line &line : day.lines) {
        QStringList note{stateOf(words, line.appointment), line.appointment.note};
        note.removeAll(QString());
        QStringList cells{personOf(words, line), line.appointment.serviceName};
        if (day.whose.isEmpty())
            cells << line.with.join(words.comma());
        cells << masked(line.phone) << note.join(words.comma());
        paper->add({timeOf(line.appointment.period, zone), nameOf(words, line.appointment), cells});
    }
    return sheetsOf(paper, title, day.day.toString(Qt::ISODate) + u' ' + title.simplified(), paperkind::daySheet);
}

Sheets callSheets(const DaySheet &day, const QTimeZone &zone, const QLocale &locale, const PaperDress &)
{
    const SheetWords words(locale);
    const QString title = words.pick("提醒电话", "Calls about appointments");
    const auto paper =
        std::make_shared<TablePaper>(day.clinic.name, title, dayText(words, locale, day.day), words,
                                     QList<QPair<QString, double>>{{words.pick("时间", "Time"), 15},
                                                                   {words.pick("姓名", "Name"), 34},
                                                                   {words.pick("电话", "Telephone"), 32},
                                                                   {words.pick("项目", "Service"), 32},
                                                                   {words.pick("医师、房间", "With"), 28},
                                                                   {words.pick("已告知", "Told"), 0}});
    paper->setEmpty(words.pick("没有要打的电话。", "Nobody is to be called."));
    for (const DaySheet::Line &line : day.lines) {
        const Appointment &one = line.appointment;
        if (one.status != AppointmentStatus::Booked || one.confirmed || (!one.patient && !one.enquiry))
            continue;
        paper->add({timeOf(one.period, zone),
                    nameOf(words, one),
                    {line.phone, one.serviceName, line.with.join(words.comma()), {}},
                    true});
    }
    return sheetsOf(paper, title, day.day.toString(Qt::ISODate) + u' ' + title, paperkind::callList);
}

} // namespace xinglin::ui
