#pragma once

#include "clinic/patient/duplicates.h"

#include <QListView>

class QStandardItemModel;

namespace xinglin::ui {

/// People who may be the one that is typed, in sections, and below them those of the same telephone; each with what
/// speaks for it. One walks from one section into the next.
class AlikeList : public QListView
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< The person's id as text; missing in a section's title.
        SectionRole,               ///< int(Section)
        AboutRole,                 ///< Sex and age.
        LastRole,                  ///< The last visit.
        WordsRole,                 ///< QStringList: the reasons, or what else is to be known.
    };
    enum Section { Certain, Likely, Perhaps, Family };

    explicit AlikeList(QWidget *parent = nullptr);

    /// @param alike the likeliest first; those with whom only the household is shared are not listed as alike.
    /// @param family of the same telephone; those who are listed already are left out.
    void setPeople(const QList<duplicates::Candidate> &alike, const QList<PatientHit> &family, QDate today);
    bool isEmpty() const;
    /// Goes to the first person.
    void focusFirst();

signals:
    /// The person chose somebody by Enter or a double click.
    void chosen(xinglin::PatientId id);

private:
    void addTitle(Section section);
    void addPerson(Section section, const PatientHit &hit, const QStringList &words, QDate today);

    QStandardItemModel *m_people;
    QList<std::optional<PatientId>> m_ids; ///< By row; none in a title's.
};

} // namespace xinglin::ui
