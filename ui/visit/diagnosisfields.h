#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/record/visit.h"

#include <QWidget>

#include <array>
#include <memory>

namespace xinglin::ui {

class ChipBar;
class CodeEdit;
class Completion;

/// Disease, pattern, method of treatment and Western diagnosis, each by code, initials, pinyin or part of the name;
/// free words stand without a code. The key + begins another one of the field's kind; the further ones stand as chips
/// below, where Space, Delete or Backspace takes one out. A field shows the first of its kind unless a further one is
/// being written.
class DiagnosisFields : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnosisFields(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~DiagnosisFields() override;

    void setEntries(const QList<DiagnosisEntry> &entries);
    QList<DiagnosisEntry> entries() const;
    void setReadOnly(bool readOnly);

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Place
    {
        DiagnosisKind kind = DiagnosisKind::Disease;
        QString group;
        const Vocabulary *terms = nullptr;
        CodeEdit *edit = nullptr;
        Completion *completion = nullptr;
        QList<DiagnosisEntry> entries; ///< In their order; never none. No code: free words.
        qsizetype at = 0;              ///< The one that its field shows.

        DiagnosisEntry &shown() { return entries[at]; }
    };
    void build(Place &place, DiagnosisKind kind, const QString &group, const QString &label);
    void ask(Place &place, const QString &typed);
    void showEntry(Place &place);
    void showChips();
    void beginAnother(Place &place);
    void goTo(Place &place, qsizetype at);
    void dropEmpty(Place &place);
    void takeOut(const QString &chip);
    QString nameOf(const Place &place, const DiagnosisEntry &entry) const;

    std::shared_ptr<const Catalog> m_catalog;
    std::array<Place, 4> m_places;
    ChipBar *m_further;
    bool m_readOnly = false;
};

} // namespace xinglin::ui
