#include "ui/shell/draftstrip.h"

namespace xinglin::ui {

DraftStrip::DraftStrip(QWidget *parent) : MessageStrip(parent), m_keys(Qt::CTRL | Qt::Key_D)
{
    setObjectName(QStringLiteral("draftStrip"));
    connect(this, &MessageStrip::acted, this, [this] {
        if (const Act act = m_then)
            act(); // which may offer something else
    });
}

void DraftStrip::offer(Kind kind, const QString &sentence, const QString &action, Act then)
{
    offer(kind, sentence, action, m_keys, std::move(then));
}

void DraftStrip::offer(Kind kind, const QString &sentence, const QString &action, const QKeySequence &keys, Act then)
{
    m_then = std::move(then);
    say(kind, sentence, action, keys);
}

void DraftStrip::offerDiscard(const QString &restored, std::function<Act()> discard, Kind kind)
{
    offer(kind, restored, tr("Discard"), [this, restored, discard, kind] {
        offer(Kind::Note, tr("What you had typed is thrown away."), tr("Bring it back"),
              [this, restored, discard, kind, back = discard()] {
                  back();
                  offerDiscard(restored, discard, kind);
              });
    });
}

} // namespace xinglin::ui
