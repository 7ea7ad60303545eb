#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace xinglin {

/// Why something was refused. Stable: screens and the command line decide by code, never by text.
enum class Code {
    Invalid,       ///< Input that cannot be accepted; `field` names it.
    NotFound,      ///< No such record, or none this person may see.
    NoPermission,  ///< The person's roles do not allow it.
    WrongPassword, ///< Unknown user or wrong password; deliberately the same.
    Throttled,     ///< Too many failed tries; `detail` holds the seconds to wait.
    Stale,         ///< The record has a newer revision than the one that was edited.
    Conflict,      ///< Something else stands in the way (a taken number, a signed note).
    InUse,         ///< Another process has the store open.
    Newer,         ///< Written by a newer Xinglin; left untouched.
    Foreign,       ///< Not one of our files, or of another clinic; left untouched.
    Damaged,       ///< A file or record fails its checks.
    Cancelled,     ///< The person cancelled.
    Broken,        ///< Machinery failed (disk, memory, a bug); nothing was changed.
};

/// A refusal a person can act on.
struct Error
{
    Code code = Code::Broken;
    QString message; ///< One translated sentence: what and where.
    QString field;   ///< Name of the draft's field it belongs to; empty where it belongs to none.
    QString detail;  ///< Untranslated, for the log; never holds patient data.
    bool operator==(const Error &) const = default;
};

/// Success without a value.
struct Done
{
    bool operator==(const Done &) const = default;
};

/// A value or the reason why there is none.
template <class T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value) // NOLINT: a value is a result
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error) // NOLINT: an error is a result
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

} // namespace xinglin
