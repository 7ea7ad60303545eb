#pragma once

#include "clinic/clinic.h"
#include "clinic/record/attachments.h"
#include "ui/shell/who.h"

#include <QWidget>

class QComboBox;
class QListView;

namespace xinglin::ui {

class AttachmentModel;
class Button;
class Intake;
class Label;
class MessageStrip;

/// A patient's pictures and papers as thumbnails; files are added by dropping them, by the clipboard or by a
/// dialog. Stands in any page; reads only while it is seen and its page is not resting.
class AttachmentList : public QWidget
{
    Q_OBJECT

public:
    AttachmentList(Clinic &clinic, const Who &who, QWidget *parent = nullptr);

    void setPatient(std::optional<PatientId> patient);
    /// What is dropped anywhere on @p ground is taken too, and its keys are those of @p ground: Ctrl O, Ctrl V.
    void serve(QWidget *ground);
    void reload();
    std::optional<Attachment> current() const;

signals:
    /// Enter or double-click on one of them.
    void opened(const xinglin::Attachment &attachment);
    /// Something is being taken or has to be said: it should be seen.
    void noteworthy();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void chooseFiles();
    void paste();
    void fetchMore();
    void showCount();
    void say(bool good, const QString &sentence);
    AttachmentKind kind() const;
    void take(std::function<void()> how);
    bool mayAdd() const { return m_who.may(access::Permission::WriteVisit); }
    bool mayAsk() const;

    Clinic &m_clinic;
    Who m_who;
    std::optional<PatientId> m_patient;
    AttachmentModel *m_model;
    Intake *m_intake;
    bool m_stale = false;
    quint64 m_question = 0;
    Label *m_count = nullptr;
    Label *m_none = nullptr;
    QComboBox *m_kind = nullptr;
    Button *m_add = nullptr;
    MessageStrip *m_strip = nullptr;
    QListView *m_list = nullptr;
};

} // namespace xinglin::ui
