# One word a task. Each sees to what it needs first, and a second call does no set-up again.
PYTHON_HERE := .venv/bin/python
export PYTHONUTF8 := 1

.PHONY: help run test check check-papers bench screenshots dist clean

help:
	@echo "make run            open the window (without a display: rehearse a workshop into out/)"
	@echo "make test           the tests, on two cores"
	@echo "make check          lint, format, types, and the arrows between the rooms"
	@echo "make check-papers   validate rehearsed PDF and Excel files with other programs"
	@echo "make bench          the figures to hold, beside their anchors"
	@echo "make screenshots    every step and scene, into out/"
	@echo "make dist           the program as one folder, tried out, into dist/"
	@echo "make clean          remove what was made here (the environment in .venv stays)"

.venv/.ready: requirements.lock tools/setup.sh
	@sh tools/setup.sh

.tools/.ready: .venv/.ready tools/setup_papers.sh tools/papers.lock tools/papers/package-lock.json tools/papers/VeraPdf.java
	@sh tools/setup_papers.sh

run: .venv/.ready
	@$(PYTHON_HERE) -m desktop

test: .venv/.ready
	@$(PYTHON_HERE) -m pytest -n 2

check: .venv/.ready
	$(PYTHON_HERE) -m ruff check .
	$(PYTHON_HERE) -m ruff format --check .
	$(PYTHON_HERE) -m mypy
	$(PYTHON_HERE) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"

check-papers: .venv/.ready .tools/.ready
	@$(PYTHON_HERE) -m tools.check_papers

bench: .venv/.ready
	@$(PYTHON_HERE) -m tests.benchmarks

screenshots: .venv/.ready
	@$(PYTHON_HERE) -m tools.screenshots

dist: .venv/.ready
	@sh tools/setup_dist.sh
	$(PYTHON_HERE) -m PyInstaller --noconfirm --log-level WARN build.spec
	$(PYTHON_HERE) -m tools.try_frozen dist/pivot-workshop

clean:
	rm -rf out build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
