#pragma once

#include "ui/shell/globalbox.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QStackedWidget;
class QVBoxLayout;

namespace xinglin::ui {

class Chip;
class Rail;
class StatusBar;
class Toast;
class TopBar;

/// What the rail says of a place.
struct Place
{
    QString name;
    QString iconName;
    int group = 0; ///< Places of one group stand together.
};

/// One person's work: rail, top bar, their pages, status bar. Knows no page by its class.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    /// @param lockKeys printed at the lock.
    Workspace(Clinic &clinic, const Who &who, const QKeySequence &lockKeys, QWidget *parent = nullptr);

    const Who &who() const { return m_who; }
    /// A place of the rail; Alt and its number lead there.
    void addPlace(Page *page, const Place &place);
    /// A page without a place of its own; while it is shown, that of @p placeId is current.
    void addPage(Page *page, const QString &placeId);
    /// Shows a page by its id. A place shows what was last open in it.
    void go(const QString &pageId);
    /// Shows the page that was shown before.
    void back();
    Page *current() const;
    Page *page(const QString &pageId) const;
    GlobalBox &box() { return *m_box; }
    /// A sentence at the foot for some seconds.
    void tell(const QString &sentence);
    /// A warning at the right of the status bar that can be pressed; empty hides it.
    void setWarning(const QString &sentence);
    /// A further warning of the same kind; hidden until the caller shows it.
    Chip *addWarning(const QString &objectName);
    /// Puts something at the right of the status bar, such as the state of the backups.
    void addStatus(QWidget *widget);
    /// Puts a band between top bar and page, for what holds on every page of a patient; see patientShown().
    void addBand(QWidget *band);
    /// Somebody else works meanwhile; see Page::rest().
    void rest(bool resting);
    bool isResting() const { return m_resting; }
    /// Whether a page holds what is not saved anywhere.
    bool hasUnsaved() const;
    /// The same, where no draft keeps it either.
    bool wouldLose() const;

signals:
    void lockWanted();
    /// Nothing but this may be seen until somebody has unlocked: it goes into a patient's hands.
    void handOverWanted(QWidget *screen);
    /// A screen that is looked at together with the patient, in place of all others until showingEnded(); whoever shows
    /// it owns it.
    void showingWanted(QWidget *screen);
    void showingEnded();
    void warningPressed();
    /// The person wants to see the clinic as somebody else does.
    void previewWanted(xinglin::access::UserId person, const QString &name);
    /// Another patient's page, or nobody's, is shown.
    void patientShown(const std::optional<xinglin::PatientId> &patient);
    /// See rest().
    void restChanged(bool resting);

private:
    void goIndex(int place);
    void bring(Page *page);
    void showHeading();

    Who m_who;
    GlobalBox *m_box;
    Rail *m_rail;
    TopBar *m_top;
    QVBoxLayout *m_column;
    QStackedWidget *m_pages;
    StatusBar *m_status;
    Chip *m_warning;
    Toast *m_toast;
    QList<Page *> m_places;
    QHash<QString, QString> m_placeOf; ///< Page by page: the place it belongs to.
    QHash<QString, Page *> m_lastOf;   ///< By place.
    QList<Page *> m_trail;
    int m_group = 0;
    bool m_resting = false;
};

} // namespace xinglin::ui
