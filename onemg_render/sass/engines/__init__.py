"""The engines a style sheet can be compiled by: Dart Sass as a process, sasso inside this one."""
