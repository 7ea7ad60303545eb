#pragma once

#include "access/restore.h"

#include <QWidget>

#include <array>
#include <atomic>

class QLayout;
class QLineEdit;
class QProgressBar;
class QStackedWidget;
class QTreeView;
class QStandardItemModel;

namespace xinglin::ui {

class Button;
class Field;
class Label;
class MessageStrip;
class SecretEdit;

/// At the door: choose a folder with backups, see what each contains, open one as an owner or with the recovery sheet,
/// and bring the clinic back from it. The store that was there is kept beside it.
class RestoreForm : public QWidget
{
    Q_OBJECT

public:
    /// What @p around points to outlives the form. @p folder is looked into first.
    RestoreForm(const access::Surroundings &around, const QString &folder, QWidget *parent = nullptr);
    ~RestoreForm() override;

    /// Lists the backups of a folder.
    void lookInto(const QString &folder);
    void focusFirst();

signals:
    /// The clinic is back: it can be signed in to. The sentence says from when, and where the old store is.
    void restored(const QString &sentence);
    void left();

private:
    QWidget *buildKeys();
    QLayout *buildDeeds();
    void chooseFolder();
    void submit();
    void leave();
    void setBusy(bool busy);
    void showError(const Error &error);
    void useSheet(bool sheet);
    access::RestoreKey key() const;

    access::Surroundings m_around;
    MessageStrip *m_strip;
    QLineEdit *m_folder;
    QTreeView *m_list;
    QStandardItemModel *m_model;
    QStringList m_paths;
    QStackedWidget *m_keys;
    QLineEdit *m_login;
    SecretEdit *m_password;
    Field *m_passwordField;
    std::array<QLineEdit *, 4> m_lines{};
    Button *m_restore;
    Button *m_other;
    Button *m_back;
    Label *m_doing;
    QProgressBar *m_bar;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< While it works.
};

} // namespace xinglin::ui
