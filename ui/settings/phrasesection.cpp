#include "ui/settings/phrasesection.h"

#include "ui/kit/ondone.h"
#include "ui/visit/phrasedialog.h"

namespace xinglin::ui {

PhraseSection::PhraseSection(Clinic &clinic, QWidget *parent) : KeptSection(clinic, shape(), parent)
{
}

KeptSection::Shape PhraseSection::shape()
{
    return {QStringLiteral("settingsPhrases"),
            QStringLiteral("phrase"),
            "phrase",
            tr("Phrases"),
            tr("Phrases"),
            {{tr("Letters"), 112}, {tr("Phrase")}, {tr("Where"), 128}, {tr("Whose"), 112}},
            QStringLiteral("document-edit"),
            tr("No phrases yet"),
            tr("In a note select words and press [Ctrl ;], or begin one here with [N]."),
            tr("New phrase")};
}

void PhraseSection::load()
{
    onDone(clinic().read([](const store::Snapshot &view) { return phrases::all(view); }), this,
           [this](const Result<QList<phrases::Phrase>> &known) {
               if (!known)
                   return sayProblem(known.error());
               m_known = *known;
               QList<QStringList> rows;
               for (const phrases::Phrase &phrase : m_known)
                   rows << QStringList{phrase.abbreviation, phrase.text.simplified(), phraseFieldName(phrase.field),
                                       phrase.own ? tr("my own") : tr("the clinic's")};
               showRows(rows);
           });
}

void PhraseSection::edit(int row)
{
    (new PhraseDialog(clinic(), m_known.at(row), this))->open();
}

void PhraseSection::begin()
{
    (new PhraseDialog(clinic(), {}, this))->open();
}

void PhraseSection::retire(int row)
{
    const phrases::Phrase gone = m_known.at(row);
    onDone(clinic().write("phrase.retire", [id = gone.id](store::Transaction &tx) { return phrases::retire(tx, id); }),
           this, [this, gone](const Result<Done> &result) {
               say(result, tr("\"%1\" is offered no more.").arg(gone.abbreviation));
           });
}

} // namespace xinglin::ui
