#pragma once

#include "clinic/patient/patient.h"

#include <QWidget>

namespace xinglin::ui {

/// A key and what it does on a page, for the status bar.
struct KeyHint
{
    QString keys; ///< As printed on a cap: "Ctrl N", "⏎".
    QString does; ///< "register"
    bool operator==(const KeyHint &) const = default;
};

/// A place of the window: what stands between top bar and status bar. The window asks it for its words and never knows
/// more of it.
class Page : public QWidget
{
    Q_OBJECT

public:
    /// @param placeId stable code of the place, such as "patients"; also the objectName.
    explicit Page(const QString &placeId, QWidget *parent = nullptr);

    QString placeId() const { return m_placeId; }
    /// Stands in Song at the top left.
    virtual QString title() const = 0;
    /// One line beside the title; may be empty.
    virtual QString context() const { return {}; }
    /// The keys that matter here, the most used first; five fit.
    virtual QList<KeyHint> keyHints() const { return {}; }
    /// Whose record is shown, where it is one person's.
    virtual std::optional<PatientId> patient() const { return {}; }
    /// The page has come to the front: puts the focus where work begins or was left.
    virtual void activate();
    /// Before another person takes over (true) and after this one has come back (false): a resting page asks nothing of
    /// the clinic and saves nothing, for it would do so in the other's name. Coming back, it reads anew.
    virtual void rest(bool resting) { m_resting = resting; }
    /// Whether something stands here that was not saved.
    virtual bool hasUnsaved() const { return false; }
    /// Whether what is not saved stands in a draft, so that closing the window loses nothing.
    virtual bool keepsDrafts() const { return false; }
    bool isResting() const { return m_resting; }

signals:
    /// title(), context() or keyHints() have changed.
    void headingChanged();
    /// patient() has changed.
    void patientChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_placeId;
    bool m_resting = false;
};

} // namespace xinglin::ui
