#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace xinglin::cli {

/// Columns in which the text takes up on a terminal: two for Han characters and full-width signs.
int displayWidth(const QString &text);

/// Data goes to standard output, words to standard error. Everything is UTF-8.
class Output
{
public:
    enum class Form { Words, Json, JsonLines };

    explicit Output(Form form) : m_form(form) {}
    Form form() const { return m_form; }
    bool isJson() const { return m_form != Form::Words; }

    /// One JSON document on a line of its own.
    void json(const QJsonObject &object);
    /// A file, as it is.
    void bytes(const QByteArray &file);
    /// One line of text for people; control characters and spaces at its end go.
    void line(const QString &text);
    /// Columns under a heading, aligned by display width; nothing but the heading's line where there are no rows.
    void table(const QStringList &heading, const QList<QStringList> &rows);
    /// Names and values in two columns; rows with an empty value are left out.
    void pairs(const QList<QPair<QString, QString>> &rows);

    /// Words for the person at the terminal.
    static void say(const QString &text);
    /// A line that the next one replaces; only where standard error is a terminal.
    static void progress(const QString &text);
    static void endProgress();
    static bool isErrorTerminal();
    /// False where standard output could not take everything (a full disk, a closed pipe).
    static bool flush();

private:
    Form m_form;
};

} // namespace xinglin::cli
