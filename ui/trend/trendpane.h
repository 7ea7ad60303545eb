#pragma once

#include "ui/trend/trends.h"

#include <QScrollArea>

class QVBoxLayout;

namespace xinglin::ui {

class Label;
class Segment;

/// All trends of a patient below each other.
class TrendPane : public QWidget
{
    Q_OBJECT

public:
    explicit TrendPane(QWidget *parent = nullptr);

    void setTrends(const QList<Trend> &trends);
    const QList<Trend> &trends() const { return m_trends; }
    /// One sentence in place of trends.
    void setWords(const QString &sentence);

private:
    void lay();

    QList<Trend> m_trends;
    QString m_words;
    Segment *m_span;
    QScrollArea *m_area;
    QWidget *m_body = nullptr;
};

} // namespace xinglin::ui
