#pragma once

#include "clinic/catalog/catalog.h"
#include "ui/paper/paperdress.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

#include <QHash>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace xinglin::ui {

class Button;
class Field;
class FormDraft;
class MessageStrip;
class Segment;

/// Settings › Papers: what the clinic settles about all its papers, and about each kind of them, with a page beside it
/// that is painted as papers are. Who the clinic is stands in Settings › Clinic.
class PapersSection : public Page
{
    Q_OBJECT

public:
    PapersSection(Clinic &clinic, const Who &who, std::shared_ptr<const Catalog> catalog, QWidget *parent = nullptr);
    ~PapersSection() override;

    QString title() const override;
    QList<KeyHint> keyHints() const override;
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;
    bool keepsDrafts() const override { return true; }
    /// As chosen here, saved or not.
    const PaperDress &chosen() const { return m_chosen; }
    /// Takes the picture in a file as the logo; says why where it cannot be one, and keeps the one before.
    void takeLogo(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildForm();
    void buildAll(QVBoxLayout &column);
    void buildKind(QVBoxLayout &column);
    QWidget *buildLogo();
    void load();
    void save();
    void askLogo();
    void removeLogo();
    /// Everything as it is chosen.
    void showChosen();
    void showLogo();
    void showKind();
    void changed();
    void paintSample();
    QString kind() const;

    Clinic &m_clinic;
    Who m_who;
    std::shared_ptr<const Catalog> m_catalog;
    std::optional<PaperDress> m_before; ///< What is saved; nothing until it has been read.
    PaperDress m_chosen;
    access::ClinicProfile m_profile;
    quint64 m_question = 0; ///< The last file that was asked for.
    MessageStrip *m_strip;
    QLabel *m_logo;
    Button *m_removeLogo;
    FormDraft *m_draft = nullptr;
    QLineEdit *m_line;
    Segment *m_writing;
    QComboBox *m_kind;
    Field *m_sizeField = nullptr;
    Segment *m_size;
    QHash<int, QCheckBox *> m_parts; ///< By PaperPart.
    Button *m_save;
    QLabel *m_sample;
};

} // namespace xinglin::ui
