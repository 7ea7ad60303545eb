#pragma once

#include <QWidget>

namespace xinglin::ui {

class Label;

/// The band above everything in a training clinic, as builders fence off a street: nobody takes what is below it for
/// the real thing. Nothing takes it away but leaving the clinic.
class TrainingBand : public QWidget
{
    Q_OBJECT

public:
    explicit TrainingBand(QWidget *parent = nullptr);

    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_tag;
    Label *m_words;
};

} // namespace xinglin::ui
