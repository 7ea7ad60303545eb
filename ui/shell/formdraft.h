#pragma once

#include "ui/shell/draftkeeper.h"
#include "ui/shell/draftstrip.h"

class QWidget;

namespace xinglin::ui {

class AskDialog;

/// Keeps what is typed in a small form of fields that are text: kept while one types, found again when the form comes
/// back, thrown away on demand and brought back once more. The form shows strip() and tells of nothing else but
/// begin(), end() and its saving: that somebody types is seen here.
class FormDraft : public QObject
{
    Q_OBJECT

public:
    using Fields = QMap<QString, QString>;
    struct Form
    {
        QWidget *widget = nullptr;                      ///< Its fields stand below it; they have object names.
        std::function<std::optional<Fields>()> unsaved; ///< Nothing where all of it is saved.
        std::function<void(const Fields &)> put;
        std::function<void()> reset; ///< Back to what is saved.
    };

    /// @param keys may be null: then drafts are kept, and none is found again.
    FormDraft(Clinic &clinic, std::shared_ptr<access::Keys> keys, Form form);
    /// A form that is nothing but its named fields (see fieldsIn()); what stands in them at begin() is what is saved.
    FormDraft(Clinic &clinic, std::shared_ptr<access::Keys> keys, QWidget *form);

    /// Keeps what is typed in a dialog until it is closed by a person: its verb has stored it, or Esc throws it away
    /// on purpose. Found again where a dialog of the same place is opened. Call it once the fields are filled; a verb
    /// that writes settles handOver() in its transaction.
    /// @param about see FormContent.
    static FormDraft *ofDialog(Clinic &clinic, AskDialog &dialog, const drafts::Place &place, const Fields &about = {});
    /// The same, for a dialog that is more than its named fields.
    static FormDraft *ofDialog(Clinic &clinic, AskDialog &dialog, Form form, const drafts::Place &place,
                               const Fields &about = {});

    /// Says what was restored; belongs into the form.
    DraftStrip *strip() const { return m_strip; }
    /// The form shows what is saved of this place; a draft of it is looked for and put over that.
    /// @param about is kept beside the fields, see FormContent.
    void begin(const drafts::Place &place, const Fields &about = {});
    /// The form is left: what is unsaved stays kept.
    void end();
    /// The form is closed, and nothing of it is to be kept any more.
    /// What stands there now is kept, whether or not an older draft has been looked for.
    void keepNow();
    void letGo();
    /// Whether this place is at work.
    bool isAt(const drafts::Place &place) const { return m_place == place; }
    /// The owner of the form goes: what there is is kept, and the form is not looked at any more. Deletes this.
    void close();
    /// Keeps what there is, now; also where the form has been cleaned.
    void flush() { m_keeper->flush(); }
    /// Something that is no field below the form has changed.
    void touch() { m_keeper->touch(); }
    /// See Page::rest().
    void rest(bool resting) { m_keeper->rest(resting); }

    /// Around the act that stores the form; its transaction settles these places.
    QList<drafts::Place> handOver() { return m_keeper->handOver(); }
    void handedOver(bool stored);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static Form named(QWidget *form, const std::shared_ptr<Fields> &saved);
    FormDraft(Clinic &clinic, std::shared_ptr<access::Keys> keys, QWidget *form, std::shared_ptr<Fields> saved);
    void watch();
    void put(const RestoredDraft &draft);
    DraftStrip::Act discard();
    std::optional<DraftKeeper::Draft> typed() const;

    Clinic &m_clinic;
    Form m_form;
    std::shared_ptr<Fields> m_saved; ///< Of a form of named fields.
    DraftStrip *m_strip;
    DraftKeeper *m_keeper;
    std::optional<drafts::Place> m_place;
    Fields m_about;
    QHash<Uuid, RestoredDraft> m_left; ///< Kept when their places were left, by subject: perhaps not on disk yet.
    quint64 m_question = 0;
    bool m_ready = false;  ///< What was kept has been looked for.
    bool m_dialog = false; ///< Hidden behind a lock it rests.
};

} // namespace xinglin::ui
