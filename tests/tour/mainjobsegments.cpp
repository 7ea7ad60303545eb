#include "tour/mainjob.h"

#include "ui/kit/chipbar.h"

namespace xinglin::tour {

void MainJob::keepSegment()
{
    // As the owner, on the list of patients: those who come, then a question of the clinic's own.
    m_drive->key(Qt::Key_S, Qt::AltModifier);
    m_drive->get<ui::ChipBar>("segmentChips");
    m_drive->key(Qt::Key_Right);
    m_drive->key(Qt::Key_Right);
    m_drive->key(Qt::Key_Space);
    settle();
    settle();
    stop("segment-active");
    m_drive->key(Qt::Key_N, Qt::AltModifier);
    m_drive->get("segmentField0");
    m_drive->fill("segmentName", QStringLiteral("60 岁以上的女患者"));
    m_drive->get("segmentField0").setFocus();
    for (int i = 0; i < 5; ++i) // stage, last visit, visits, tag, sex, age
        m_drive->key(Qt::Key_Down);
    m_drive->key(Qt::Key_A, Qt::AltModifier);
    m_drive->get("segmentField1");
    for (int i = 0; i < 4; ++i)
        m_drive->key(Qt::Key_Down);
    m_drive->get("segmentCodes1").setFocus();
    m_drive->key(Qt::Key_Space);
    m_drive->key(Qt::Key_A, Qt::AltModifier);
    m_drive->get("segmentField2");
    m_drive->key(Qt::Key_End); // the last field: what is compared is typed
    settle();
    settle();
    stop("segment-dialog");
    m_drive->get("segmentRemove2");
    m_drive->click("segmentRemove2");
    settle();
    m_drive->click("askVerb");
    comeOutOfDialog();
    settle();
    settle();
    stop("segment-kept");
    m_drive->key(Qt::Key_Escape);
    settle();
}

} // namespace xinglin::tour
