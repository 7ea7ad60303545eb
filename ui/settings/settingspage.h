#pragma once

#include "ui/shell/page.h"

class QListWidget;
class QStackedWidget;

namespace xinglin::ui {

/// The place "settings": its sections at the left, the chosen one beside them. A section is a page like any other; it
/// is told when it comes to the front and when somebody else takes over.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    explicit SettingsPage(QWidget *parent = nullptr);

    /// The section's title() names it in the list.
    void addSection(Page *section, const QString &iconName);
    /// Shows a section by its id.
    void goTo(const QString &sectionId);
    Page *section(const QString &sectionId) const;
    bool isEmpty() const { return m_sections.isEmpty(); }

    QString title() const override;
    QString context() const override;
    QList<KeyHint> keyHints() const override;
    std::optional<PatientId> patient() const override;
    void activate() override;
    void rest(bool resting) override;
    bool hasUnsaved() const override;
    bool keepsDrafts() const override;

private:
    Page *current() const;
    void bring(int row);

    QListWidget *m_list;
    QStackedWidget *m_stack;
    QList<Page *> m_sections;
};

} // namespace xinglin::ui
