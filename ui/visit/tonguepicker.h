#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/record/visit.h"

#include <QMap>
#include <QWidget>

#include <memory>

class QLineEdit;

namespace xinglin::ui {

class ChipBar;
class Label;
class TongueMap;

/// The tongue: a map of its zones, rows of chips, and one line in which everything can be typed by its letters: "dh ch
/// b ba".
class TonguePicker : public QWidget
{
    Q_OBJECT

public:
    explicit TonguePicker(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~TonguePicker() override;

    /// Answers whose item begins with "tongue."; others are left alone.
    void setAnswers(const QList<Answer> &answers);
    QList<Answer> answers() const;
    /// What was seen last time: ringed, and named below.
    void setLast(const QList<Answer> &answers);
    void setReadOnly(bool readOnly);
    /// Chooses what the letters say; returns the words that mean nothing.
    QStringList choose(const QString &typed);
    QLineEdit *quickEdit() const { return m_quick; }

signals:
    void changed();

private:
    struct Row
    {
        QStringList shown; ///< Terms that always have a chip.
        ChipBar *bar = nullptr;
    };
    QStringList rowTerms(const Row &row) const;
    bool belongs(const Row &row, const Term &term) const;
    void chosenInRow(int row, const QStringList &selected);
    void choose(const Term &term);
    void refresh();
    QString itemOf(const Term &term) const;
    /// The term these letters alone choose; nullptr for none.
    const Term *termOf(const QString &letters) const;
    /// Letters without blanks, taken apart into as few terms as make them up: "dhchbba". Empty where they do not.
    QList<const Term *> termsIn(const QString &letters) const;
    QString regionText() const;

    std::shared_ptr<const Catalog> m_catalog;
    QHash<QString, QString> m_keys;
    QStringList m_chosen;             ///< Term ids, of the whole tongue.
    QMap<QString, QString> m_regions; ///< Zone → colour.
    QStringList m_last;
    QList<Row> m_rows;
    TongueMap *m_map;
    QLineEdit *m_quick;
    Label *m_region;
};

} // namespace xinglin::ui
