#include "ui/patient/otherrecorddialog.h"

#include "clinic/patient/duplicates.h"
#include "ui/kit/button.h"
#include "ui/kit/ondone.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/text.h"
#include "ui/patient/patientmodel.h"
#include "ui/patient/searchfield.h"
#include "ui/shell/patientwords.h"
#include "ui/shell/who.h"

#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>

namespace xinglin::ui {

namespace {
constexpr int rowsShown = 6;
constexpr int mostFound = 20;
} // namespace

OtherRecordDialog::OtherRecordDialog(Clinic &clinic, PatientId one, bool merges, QWidget *parent)
    : AskDialog(merges ? tr("Merge with which record?") : tr("Compare with which record?"),
                tr("Both are shown side by side first; nothing is changed yet."), parent)
    , m_clinic(clinic)
    , m_one(one)
    , m_search(clinic)
    , m_field(new SearchField)
    , m_title(new Label(QString(), TypeStyle::Small, Token::Text2))
    , m_list(new QTreeView)
    , m_model(new PatientModel(this))
{
    setObjectName(QStringLiteral("otherRecordDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setObjectName(QStringLiteral("otherRecord"));
    m_field->setAccessibleName(tr("Find the other record"));
    m_field->setPlaceholderText(tr("Name, pinyin, phone or number"));
    body()->addWidget(m_field);
    body()->addWidget(m_title);
    buildList();
    setVerb(tr("Compare"));
    verbButton()->setEnabled(false);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_takeWhenFound = false;
        if (typed.trimmed().isEmpty())
            propose();
        else
            m_search.ask(typed, mostFound);
    });
    connect(m_field, &SearchField::walked, this, &OtherRecordDialog::walk);
    connect(m_field, &SearchField::confirmed, this, &OtherRecordDialog::take);
    connect(&m_search, &PatientSearch::found, this,
            [this](const QString &typed, const QList<PatientHit> &hits) { show(typed, hits); });
    connect(&m_search, &PatientSearch::failed, this, [this](const Error &error) { showProblem(error.message); });
    connect(this, &QDialog::accepted, this, [this] {
        if (const PatientHit *hit = m_model->hitAt(m_list->currentIndex().row()))
            emit chosen(hit->id);
    });
    m_field->setFocus();
    propose();
}

void OtherRecordDialog::buildList()
{
    m_list->setObjectName(QStringLiteral("otherRecords"));
    m_list->setAccessibleName(tr("Records found"));
    m_list->setModel(m_model);
    m_list->setHeaderHidden(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusProxy(m_field); // typing goes on while one walks through the rows
    dressRows(m_list)->setPadding(8, 6);
    for (const int column : {PatientModel::Pinyin, PatientModel::LastVisit, PatientModel::Visits, PatientModel::Stage})
        m_list->setColumnHidden(column, true);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(PatientModel::Name, QHeaderView::Stretch);
    for (const int column : {PatientModel::SexAge, PatientModel::Phone, PatientModel::Number})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    setGround(m_list->viewport(), Token::Raised);
    m_list->setFixedHeight(rowsShown * Theme::of(this).size(Size::Row));
    connect(m_list, &QTreeView::doubleClicked, this, &OtherRecordDialog::take);
    body()->addWidget(m_list);
}

void OtherRecordDialog::propose()
{
    m_search.drop();
    const auto alike = m_clinic.read([id = m_one](const store::Snapshot &view) -> Result<QList<PatientHit>> {
        const auto patient = patient::find(view, id);
        if (!patient)
            return patient.error();
        const auto candidates =
            duplicates::alike(view, patient::withoutMasks(draftOf(*patient)), patient->id, rowsShown);
        if (!candidates)
            return candidates.error();
        QList<PatientHit> hits;
        for (const duplicates::Candidate &candidate : *candidates)
            hits << candidate.hit;
        return hits;
    });
    onDone(alike, this, [this](const Result<QList<PatientHit>> &hits) {
        if (hits && m_field->text().trimmed().isEmpty())
            show(m_field->text(), *hits);
    });
}

void OtherRecordDialog::show(const QString &typed, const QList<PatientHit> &hits)
{
    QList<PatientHit> others;
    for (const PatientHit &hit : hits) {
        if (hit.id != m_one)
            others << hit;
    }
    const bool proposed = typed.trimmed().isEmpty();
    m_shown = typed;
    m_model->setHits(others, typed, today(m_clinic));
    m_title->setText(!others.isEmpty() ? (proposed ? tr("Alike") : tr("Found"))
                     : proposed        ? tr("Nobody is alike. Type who is meant.")
                                       : tr("Nobody found"));
    verbButton()->setEnabled(!others.isEmpty());
    walk(0);
    if (m_takeWhenFound)
        take();
}

void OtherRecordDialog::walk(int rows)
{
    if (m_model->rowCount() == 0)
        return;
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void OtherRecordDialog::take()
{
    // Enter comes faster than the answer: what it is meant for is the newest question's first row.
    if (m_shown != m_field->text()) {
        m_takeWhenFound = true;
        return;
    }
    m_takeWhenFound = false;
    if (verbButton()->isEnabled())
        accept();
}

} // namespace xinglin::ui
