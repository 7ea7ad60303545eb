#pragma once

#include "base/files.h"
#include "clinic/clinic.h"
#include "clinic/schedule/holidays.h"
#include "clinic/schedule/rosters.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QStackedLayout;
class QStandardItemModel;
class QTableView;

namespace xinglin::ui {

class Button;
class EmptyState;
class Label;
class MessageStrip;
class Segment;
class Toast;

/// Days of the calendar that follow one another and are called the same.
struct HolidaySpan
{
    QDate first;
    QDate last;
    freebusy::SpecialDay kind = freebusy::SpecialDay::Holiday;
    QString name;
    bool operator==(const HolidaySpan &) const = default;
};
QList<HolidaySpan> spansOf(const QList<CalendarDay> &days);

/// Settings › Leave and holidays: who is away and when the clinic is closed, and the public holidays of each year.
class LeaveSection : public Page
{
    Q_OBJECT

public:
    LeaveSection(Clinic &clinic, const Who &who, Files &files, QWidget *parent = nullptr);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;

    /// Takes in a file of holidays.
    void addFile(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Loaded
    {
        QList<RosterException> exceptions;
        QList<Resource> resources; ///< Also those out of use.
        QList<CalendarDay> days;   ///< Of all years that are known.
        int lastYear = 0;
    };

    QWidget *buildHead();
    QWidget *buildLeave();
    QWidget *buildHolidays();
    void buildKeys();
    void load();
    void showAll(const Loaded &loaded);
    void showLeave();
    void showHolidays();
    void warn();
    void showPart(int part);
    void turnYear(int by);
    void begin();
    void end();
    void chooseFile();
    void takeBack();
    QString whoseName(const RosterException &exception) const;
    QTableView *currentTable() const;

    Clinic &m_clinic;
    Who m_who;
    Files &m_files;
    Loaded m_loaded;
    QList<HolidaySpan> m_spans;
    int m_year;
    std::optional<RosterExceptionDraft> m_ended; ///< To be entered again.
    std::optional<QDate> m_chosenDay;
    MessageStrip *m_strip;
    Segment *m_part;
    Button *m_end;
    Button *m_new;
    Button *m_file;
    Toast *m_toast = nullptr;
    QStackedLayout *m_parts = nullptr;
    QStackedLayout *m_leavePages = nullptr;
    QStackedLayout *m_holidayPages = nullptr;
    QStandardItemModel *m_leave;
    QTableView *m_leaveTable;
    QStandardItemModel *m_holidays;
    QTableView *m_holidayTable;
    EmptyState *m_unknown = nullptr;
    Label *m_yearWords;
    quint64 m_question = 0;
    bool m_isKnown = false;  ///< What there is has been read.
    bool m_wantsNew = false; ///< Asked for before that.
};

} // namespace xinglin::ui
