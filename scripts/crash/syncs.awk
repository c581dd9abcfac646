# Judges a trace of strace -f -y: whether what was written survives a loss of power, whichever of the writes that were
# not yet synced the disk has lost by then.
#
#   awk -f syncs.awk -v vault=PATTERN TRACE
#
# Prints "N files" and exits 0, or prints what is wrong and exits 1. Two things are judged:
# - The vault, by the order that SQLite documents (https://www.sqlite.org/atomiccommit.html, section 3): the journal's pages
#   are on the disk before its header counts them; the journal, its name too, before the file is written; the file before
#   the journal is removed; that it is gone (synchronous=EXTRA) before anything is answered, or written elsewhere.
# - Each file of ours that gets its name by a rename: at every call all, each single one, all but each single one, or none of the
#   unsynced writes are lost; the name must then stand for the old file or for the new one as a whole.

function wrong(text) {
  if (!(text in told)) print text
  told[text] = 1
  bad = 1
}

# The path in the angle brackets of the first descriptor.
function described(line, path) {
  path = line
  if (!sub(/^[^<]*</, "", path)) return ""
  sub(/>.*/, "", path)
  return path
}

# The number of the first descriptor.
function descriptor(line) {
  sub(/^[^(]*\(/, "", line)
  sub(/<.*/, "", line)
  return line
}

function folder(path) {
  sub(/\/[^\/]*$/, "", path)
  return path
}

# The Nth quoted path of a line, with its folder where it is relative to a descriptor.
function named(line, n, parts, before, base) {
  split(line, parts, "\"")
  before = parts[2 * n - 1]
  base = before
  if (parts[2 * n] ~ /^\//) return parts[2 * n]
  sub(/^.*</, "", base)
  sub(/>.*/, "", base)
  return base "/" parts[2 * n]
}

function is_vault(path) { return path ~ ("/" vault "$") }
function is_journal(path) { return path ~ ("/" vault "-journal$") }
function is_busy_note(path) { return path ~ ("/" vault "-busy$") }

# Something of a change is not yet on the disk.
function is_pending() { return removal_dirty || vault_dirty || journal_there }

function vault_written(file) {
  for (file in target) if (events[file] !~ /D$/) wrong("the vault is written before a name is on the disk: " target[file])
  if (journal_dirty) wrong("the vault is written before its journal is synced")
  if (!journal_there) wrong("the vault is written without a journal")
  if (journal_name_dirty) wrong("the vault is written before the journal's name is synced")
  vault_dirty = 1
}

# Files without a name (O_TMPFILE, which the system shows as #NUMBER) do not outlive their program, unless they get one.
function is_nameless(path) { return path ~ /\/#[0-9]+$/ }

function written(path, line) {
  if (is_nameless(path)) nameless_dirty[path] = descriptor(line)
  else if (is_journal(path)) {
    if (journal_dirty && line ~ /, 0\) += /) wrong("the journal's header counts pages that are not synced")
    # Whether it is new is seen by its first write; its name is on the disk once its folder is synced.
    if (!journal_there) journal_name_dirty = 1
    journal_there = journal_dirty = 1
  } else if (is_vault(path)) vault_written()
  else if (path ~ /^\// && path !~ /\(deleted\)/ && path !~ /^\/(dev\/(null|tty|pts|full|zero|urandom)|proc)/ && !is_busy_note(path)) {
    events[path] = events[path] "W"
  }
}

function synced(path, file) {
  delete nameless_dirty[path]
  if (is_journal(path)) journal_dirty = 0
  else if (is_vault(path)) vault_dirty = 0
  else if (path in events) events[path] = events[path] "S"
  if (vault_folder == path) { journal_name_dirty = 0; removal_dirty = 0 }
  for (file in target) if (folder(target[file]) == path) events[file] = events[file] "D"
}

function removed(path) {
  if (is_journal(path)) {
    if (vault_dirty) wrong("the journal is removed before the vault is synced")
    journal_there = journal_dirty = journal_name_dirty = 0
    removal_dirty = 1
  }
  delete events[path]
  delete target[path]
}

# What is left at a call when the unsynced writes are lost that "lost" has a mark for.
function is_half(done, lost, i, kind, renamed, gone) {
  for (i = 1; i <= length(done); i++) {
    kind = substr(done, i, 1)
    if (kind == "W" && (i in lost)) gone = 1
    if (kind == "R") renamed = !(i in lost)
  }
  return renamed && gone
}

# Tries all losses at each call of a file's history: W a write, S its sync, R the rename, D the folder's sync.
function survives(history, k, i, j, open, n, lost) {
  for (k = 1; k <= length(history); k++) {
    n = 0
    delete open
    for (i = 1; i <= k; i++) if (is_unsynced(history, i, k)) open[++n] = i
    for (j = 0; j <= 2 * n + 1; j++) {
      delete lost
      for (i = 1; i <= n; i++) {
        if (j == 2 * n + 1 || (j >= 1 && j <= n && i == j) || (j > n && j <= 2 * n && i != j - n)) lost[open[i]] = 1
      }
      if (is_half(substr(history, 1, k), lost)) return 0
    }
  }
  return 1
}

function is_unsynced(history, i, k, kind, rest) {
  kind = substr(history, i, 1)
  rest = substr(history, i + 1, k - i)
  return (kind == "W" && rest !~ /S/) || (kind == "R" && rest !~ /D/)
}

/= -1 E/ { next }
{ call = $2; sub(/\(.*/, "", call) }
call == "openat" && $0 ~ ("/" vault "\"") {
  vault_folder = folder(named($0, 1))
}
call == "write" && $2 ~ /^write\(1</ {
  if (is_pending()) wrong("it answers before the change is on the disk")
  next
}
call ~ /^(write|pwrite64|pwritev|writev)$/ && $2 !~ /\([012]</ { written(described($0), $0) }
# After a VACUUM the engine cuts the file to its length once the journal is gone: a longer one says the same. What is cut
# off must be gone from the disk before anything is answered.
call == "ftruncate" && is_vault(described($0)) {
  if (journal_there) vault_written()
  else vault_dirty = 1
}
call ~ /^(fsync|fdatasync)$/ { synced(described($0)) }
call ~ /^unlink(at)?$/ { removed(named($0, 1)) }
call == "linkat" && /"\/proc\/self\/fd\// {
  for (file in nameless_dirty)
    if ($0 ~ ("/fd/" nameless_dirty[file] "\"")) wrong("a file gets its name before it is synced: " named($0, 2))
}
call ~ /^rename(at2?)?$/ {
  if (is_pending()) wrong("a file says what is not yet on the vault's disk: " named($0, 2))
  from = named($0, 1)
  events[from] = events[from] "R"
  target[from] = named($0, 2)
}
END {
  if (is_pending()) wrong("the last change is not on the disk")
  for (file in events) {
    if (!(file in target)) wrong("written in place: " file)
    else if (events[file] !~ /D$/) wrong("its name is not on the disk: " target[file])
    else if (!survives(events[file])) wrong("half a file may be left: " target[file])
    else files++
  }
  if (!bad) print files + 0 " files"
  exit bad
}
