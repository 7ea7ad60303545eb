#pragma once

#include "clinic/record/phrases.h"
#include "ui/settings/keptsection.h"

namespace xinglin::ui {

/// Settings › Phrases: called by a semicolon and their letters.
class PhraseSection : public KeptSection
{
    Q_OBJECT

public:
    explicit PhraseSection(Clinic &clinic, QWidget *parent = nullptr);

protected:
    void load() override;
    void edit(int row) override;
    void begin() override;
    void retire(int row) override;

private:
    static Shape shape();

    QList<phrases::Phrase> m_known;
};

} // namespace xinglin::ui
