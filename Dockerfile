# The packages, without those for development and without the Node.js that the image has itself.
FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node-linux-* node_modules/node-win-*

# The pages, built with what is for development only.
FROM node:24.21.0-bookworm-slim AS pages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY bin bin
COPY schemas schemas
COPY extractors extractors
COPY search search
COPY pipeline pipeline
COPY web web
RUN node --input-type=module -e "const { refreshPages } = await import('./web/server/built-pages.ts'); await refreshPages(() => {})"

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production DOISOAT_DATA=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY bin bin
COPY schemas schemas
COPY extractors extractors
COPY search search
COPY pipeline pipeline
COPY web web
COPY --from=pages /app/web/pages/dist web/pages/dist
COPY fixtures/documents fixtures/documents
# A volume that is mounted there for the first time takes over its owner.
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
VOLUME /data
ENTRYPOINT ["node", "bin/doisoat.mjs"]
CMD ["--help"]
