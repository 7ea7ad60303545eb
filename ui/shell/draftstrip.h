#pragma once

#include "ui/kit/messagestrip.h"

#include <functional>

namespace xinglin::ui {

/// The strip over a form whose typing is kept: says what was found again, with the one thing to do about it.
class DraftStrip : public MessageStrip
{
    Q_OBJECT

public:
    using Act = std::function<void()>;

    explicit DraftStrip(QWidget *parent = nullptr);

    /// Where another part of the page has the usual Ctrl+D.
    void setKeys(const QKeySequence &keys) { m_keys = keys; }
    /// Shows the sentence; the action and its keys do @p then.
    void offer(Kind kind, const QString &sentence, const QString &action, Act then);
    void offer(Kind kind, const QString &sentence, const QString &action, const QKeySequence &keys, Act then);
    /// What was kept stands in the form again, as @p restored says. It can be thrown away, and then be brought back:
    /// @p discard does the one and gives what does the other.
    void offerDiscard(const QString &restored, std::function<Act()> discard, Kind kind = Kind::Note);

private:
    Act m_then;
    QKeySequence m_keys;
};

} // namespace xinglin::ui
