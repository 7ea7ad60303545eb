#pragma once

#include "clinic/clinic.h"
#include "clinic/contact/enquiry.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

class QStackedLayout;
class QTableView;
class QTimer;

namespace xinglin::ui {

class Button;
class EmptyState;
class EnquiryModel;
class MessageStrip;
class SearchField;
class Segment;

/// People who asked and are no patients yet: written down while they are on the telephone, called back, registered
/// without anything being typed again, or closed.
class EnquiriesPage : public Page
{
    Q_OBJECT

public:
    EnquiriesPage(Clinic &clinic, const Who &who, QWidget *parent = nullptr);
    ~EnquiriesPage() override;

    /// Opens the form for a new one, with what is typed in the search field.
    void add();

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;

signals:
    /// The person is to be registered.
    void registrationWanted(const xinglin::Enquiry &enquiry);
    void chartWanted(xinglin::PatientId id);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildTable();
    QWidget *buildFoot();
    EnquiryStatus status() const;
    void refresh();
    /// Another status was turned to: the rows of the one before are not acted on any more.
    void turn();
    void load();
    void loadMore();
    void show(const QList<Enquiry> &enquiries, bool more);
    void showCurrent();
    void walk(int rows);
    const Enquiry *current() const;
    void go();
    void edit();
    void log();
    void closeOrReopen();
    template <class F>
    void write(const QByteArray &act, F f);

    Clinic &m_clinic;
    bool m_mayRecord;
    bool m_mayRegister;
    SearchField *m_field;
    Segment *m_status;
    QTableView *m_table;
    EnquiryModel *m_model;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    MessageStrip *m_strip;
    QTimer *m_wait;
    Button *m_go = nullptr;
    Button *m_edit = nullptr;
    Button *m_log = nullptr;
    Button *m_close = nullptr;
    QWidget *m_foot;
    std::optional<EnquiryId> m_wanted; ///< To be current once it is read.
    bool m_goWhenFound = false;
    bool m_stale = true;
    std::optional<std::pair<EnquiryStatus, QString>> m_shown; ///< What the rows were found by.
    QFuture<Result<QList<Enquiry>>> m_running;
    quint64 m_question = 0;
};

} // namespace xinglin::ui
