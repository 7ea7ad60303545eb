#pragma once

#include "ui/kit/messagestrip.h"
#include "ui/shell/draftkeeper.h"

namespace xinglin::ui {

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

    /// Says what was restored; belongs into the form.
    MessageStrip *strip() const { return m_strip; }
    /// The form shows what is saved of this place; a draft of it is looked for and put over that.
    void begin(const drafts::Place &place);
    /// The form is left: what is unsaved stays kept.
    void end();
    /// Whether this place is at work.
    bool isAt(const drafts::Place &place) const { return m_place == place; }
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
    void watch();
    void put(const RestoredDraft &draft);
    void offerDiscard();
    void discard();
    void offer(MessageStrip::Kind kind, const QString &sentence, const QString &action, std::function<void()> then);
    std::optional<DraftKeeper::Draft> typed() const;

    Clinic &m_clinic;
    Form m_form;
    MessageStrip *m_strip;
    DraftKeeper *m_keeper;
    std::optional<drafts::Place> m_place;
    QHash<Uuid, RestoredDraft> m_left; ///< Kept when their places were left, by subject: perhaps not on disk yet.
    std::function<void()> m_offer;
    QString m_restored;
    quint64 m_question = 0;
    bool m_ready = false; ///< What was kept has been looked for.
};

} // namespace xinglin::ui
