#pragma once

#include "clinic/catalog/catalog.h"
#include "clinic/record/conditions.h"
#include "clinic/record/familyhistory.h"

#include <QLineEdit>
#include <QMap>

namespace xinglin::ui {

class Completion;

/// A line for one illness: by code, initials or name, of both systems of codes; or in words of one's own.
class IllnessEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit IllnessEdit(std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);

    /// What the line stands for; no code: the words as typed.
    DiagnosisEntry entry() const;
    /// While an input method composes, Enter means the composition.
    bool isComposing() const;
    /// Line and code as fields of a draft, and back; nothing empties both.
    QMap<QString, QString> fields() const;
    void put(const QMap<QString, QString> &fields);

private:
    void propose(const QString &typed);

    std::shared_ptr<const Catalog> m_catalog;
    DiagnosisEntry m_chosen; ///< No code: free words.
    Completion *m_completion;
};

/// An illness in the language of the program: the catalogue's name where the record keeps the catalogue's words, else
/// the record's.
QString illnessName(const Catalog &catalog, const QString &codeSystem, const QString &code, const QString &display);
/// A line for a problem of a patient: "Lower back pain, since 2019".
QString problemLine(const Catalog &catalog, const Condition &problem);
/// A line for the illness of a relative: "father: stroke, at 58".
QString familyLine(const Catalog &catalog, const FamilyHistory &history);
/// Its term; null where the catalogue has none.
const Term *illnessTerm(const Catalog &catalog, const QString &codeSystem, const QString &code);

} // namespace xinglin::ui
