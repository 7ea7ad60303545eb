#pragma once

#include "clinic/clinic.h"
#include "clinic/record/attachments.h"
#include "ui/photo/pictures.h"
#include "ui/shell/page.h"
#include "ui/shell/who.h"

namespace xinglin::ui {

class Button;
class Export;
class Label;
class MessageStrip;
class PictureView;

/// One attached picture, inside of the program. What is no picture says how it can be had.
class PicturePage : public Page
{
    Q_OBJECT

public:
    PicturePage(Clinic &clinic, const Who &who, Files &files, QWidget *parent = nullptr);

    void open(const Attachment &attachment);

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override;
    void activate() override;
    void rest(bool resting) override;

signals:
    void left();

private:
    void load();

    Clinic &m_clinic;
    std::optional<Attachment> m_attachment;
    quint64 m_question = 0;
    Label *m_name;
    Button *m_export;
    Button *m_error;
    MessageStrip *m_strip;
    PictureView *m_view;
};

} // namespace xinglin::ui
