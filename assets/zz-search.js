---
# Its name puts it last in the order in which Jekyll renders pages, so that it finds all others converted.
permalink: /assets/search.js
layout: null
---
// An entry for each section of each page: [page's title, section's title, address from the site's top, text].
window.searchIndex = [
{%- assign listed = site.html_pages | concat: site.posts %}
{%- for item in listed %}{% if item.title and item.search != false and item.url != "/404.html" %}
{%- assign sections = item.content | split: '<h2 id="' %}
{%- for section in sections %}
{%- if forloop.first %}{% assign heading = "" %}{% assign anchor = "" %}{% assign text = section %}
{%- else %}
{%- assign heading = section | split: "</h2>" | first | prepend: '<h2 id="' | strip_html | normalize_whitespace %}
{%- assign anchor = section | split: '"' | first | prepend: "#" %}
{%- assign text = section | prepend: '<h2 id="' %}
{%- endif %}
  [{{ item.title | jsonify }}, {{ heading | jsonify }}, {{ item.url | remove_first: "/" | append: anchor | jsonify }}, {{ text | strip_html | normalize_whitespace | remove_first: heading | strip | jsonify }}],
{%- endfor %}
{%- endif %}{% endfor %}
];
